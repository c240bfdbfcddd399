import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AppError } from "@greenroom/errors";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeManifests, writeTemplates } from "./write-templates";

let out: string;
beforeEach(() => {
  process.env.CDK_VALIDATION = "false";
  out = mkdtempSync(path.join(tmpdir(), "greenroom-templates-"));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const input = () => ({
  blueprint: "ticketing",
  overrides: {},
  region: "ap-northeast-2",
  name: "sample",
  account: "111122223333",
  out,
});

describe("npm run synth", () => {
  it("writes one file a stack, as it is sent", () => {
    const written = writeTemplates({ ...input(), preset: "prod" });
    const spec = getBlueprint("ticketing").presets.find(({ key }) => key === "prod")?.spec;
    const stacks = getBlueprint("ticketing").stacks(spec);
    expect(readdirSync(out).sort()).toEqual(stacks.map(({ key }) => `${key}.template.json`).sort());
    for (const { file, bytes, resourceCount } of written) {
      const text = readFileSync(file, "utf8");
      expect(JSON.stringify(JSON.parse(text))).toBe(text);
      expect(Buffer.byteLength(text)).toBe(bytes);
      expect(Object.keys(JSON.parse(text).Resources)).toHaveLength(resourceCount);
    }
  });

  it("takes settings over those of the size, and removes what is no longer there", () => {
    writeTemplates({ ...input(), preset: "prod" });
    const inside = { network: { nat: "none" }, cluster: { enabled: false } };
    writeTemplates({ ...input(), preset: "dev", overrides: inside });
    const dev = structuredClone(getBlueprint("ticketing").presets.find(({ key }) => key === "dev")?.spec);
    (dev as { cluster: { enabled: boolean } }).cluster.enabled = false;
    const stacks = getBlueprint("ticketing").stacks(dev);
    expect(readdirSync(out).sort()).toEqual(stacks.map(({ key }) => `${key}.template.json`).sort());
    expect(readFileSync(path.join(out, "network.template.json"), "utf8")).not.toContain("NatGateway");
  });

  it("writes what is applied to the cluster afterwards, and takes it away with the cluster", () => {
    const names = writeManifests({ ...input(), preset: "prod" }).map((file) => path.basename(file));
    expect(names).toContain("nodepool.yaml");
    const text = readFileSync(path.join(out, "manifests", "ec2nodeclass.yaml"), "utf8");
    expect(text).toContain("<karpenter.KarpenterProfileName>");
    const none = { cluster: { enabled: false } };
    expect(writeManifests({ ...input(), preset: "prod", overrides: none })).toEqual([]);
    expect(readdirSync(out)).not.toContain("manifests");
  });

  it.each([
    [{ blueprint: "tickets" }, /no blueprint "tickets".*ticketing/],
    [{ preset: "huge" }, /no size "huge".*dev, staging/],
    [{ overrides: { network: { zones: 9 } } }, /^9 is not one of the choices/],
    [{ overrides: { netwrok: {} } }, /^netwrok is not a setting/],
    [{ region: "eu-west-9" }, /eu-west-9/],
  ])("says what is wrong with %j and writes nothing", (wrong, message) => {
    expect(() => writeTemplates({ ...input(), ...wrong })).toThrow(
      expect.toSatisfy((error: AppError) => message.test(error.message)),
    );
    expect(readdirSync(out)).toEqual([]);
  });

  it("refuses a region and a Kubernetes version that nothing can be built with any more", () => {
    expect(() => writeTemplates({ ...input(), region: "eu-west-1" })).toThrow(/eu-west-1 is not a region/);
    const ended = { cluster: { enabled: true, version: "1.29" } };
    expect(() => writeTemplates({ ...input(), overrides: ended })).toThrow(
      /ended all support of Kubernetes 1.29/,
    );
    expect(readdirSync(out)).toEqual([]);
  });
});

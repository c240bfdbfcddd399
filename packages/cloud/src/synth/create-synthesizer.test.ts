import { createHash } from "node:crypto";
import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { SynthesizeInput, Synthesizer } from "../contract";
import { createSynthesizer } from "./create-synthesizer";

// Loading CDK or the resource specification takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const input = (environmentName = "spring-sale"): SynthesizeInput => ({
  blueprint: "ticketing",
  spec: BLUEPRINTS[0]!.presets[0]!.spec as Record<string, unknown>,
  context: {
    environmentName,
    teamSlug: "box-office",
    ownerEmail: "rina@demo.greenroom",
    costCentre: "CC-100",
    requestNumber: 7,
    stage: "dev",
    region: "ap-northeast-2",
    accountId: "111122223333",
    expiresOn: null,
  },
});

describe("with the real child", () => {
  let synthesizer: Synthesizer;
  beforeAll(() => {
    synthesizer = createSynthesizer();
  });
  afterAll(() => synthesizer.close());

  it("gives minified templates with their hash, in the order they are applied", async () => {
    const stacks = await synthesizer.synthesize(input());
    const described = BLUEPRINTS[0]!.stacks(input().spec);
    expect(stacks.map(({ key, stackName, dependsOn }) => ({ key, stackName, dependsOn }))).toEqual(
      described.map(({ key, dependsOn }) => ({
        key,
        stackName: `greenroom-spring-sale-${key}`,
        dependsOn: [...dependsOn].sort(),
      })),
    );
    for (const { template, templateHash } of stacks) {
      expect(JSON.stringify(JSON.parse(template))).toBe(template);
      expect(createHash("sha256").update(template).digest("hex")).toBe(templateHash);
    }
  });

  it("answers many requests, each with its own inputs", async () => {
    const names = ["one", "two", "three"];
    const answers = await Promise.all(names.map((name) => synthesizer.synthesize(input(name))));
    expect(answers.map(([network]) => network?.stackName)).toEqual(
      names.map((n) => `greenroom-${n}-network`),
    );
  });

  it("names the field of a spec that the blueprint refuses, and goes on", async () => {
    const broken = { ...input(), spec: { ...input().spec, network: { cidr: "8.8.0.0/16" } } };
    await expect(synthesizer.synthesize(broken)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      field: "spec.network.cidr",
    });
    await expect(synthesizer.synthesize({ ...input(), blueprint: "none" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(synthesizer.synthesize(input())).resolves.not.toHaveLength(0);
  });
});

describe("with a child that misbehaves", () => {
  const childModule = new URL("../../testing/unruly-child.ts", import.meta.url);
  let synthesizer: Synthesizer;
  afterEach(() => synthesizer.close());
  const ask = (blueprint: string) => synthesizer.synthesize({ ...input(), blueprint });

  it("tells a crash in its own words and goes on with a new child", async () => {
    synthesizer = createSynthesizer({ childModule });
    await expect(ask("crash")).rejects.toMatchObject({
      code: "INTERNAL",
      message: expect.stringContaining("the construct broke"),
    });
    await expect(ask("process")).resolves.toEqual(expect.any(Number));
  });

  it("stops a child that does not answer, while the next request waits its turn", async () => {
    synthesizer = createSynthesizer({ childModule, timeoutMs: 500 });
    const stuck = ask("hang");
    const next = ask("process");
    await expect(stuck).rejects.toMatchObject({
      code: "INTERNAL",
      message: expect.stringContaining("0.5 s"),
    });
    await expect(next).resolves.toEqual(expect.any(Number));
  });

  it("replaces the child after its uses", async () => {
    synthesizer = createSynthesizer({ childModule, maxUses: 2 });
    const processes = [await ask("process"), await ask("process"), await ask("process")] as unknown[];
    expect(processes[0]).toBe(processes[1]);
    expect(processes[2]).not.toBe(processes[0]);
  });

  it("never hands the parent's credentials to the child", async () => {
    process.env.AWS_SECRET_ACCESS_KEY = "not-for-the-child";
    try {
      synthesizer = createSynthesizer({ childModule });
      const names = (await ask("environment")) as unknown as string[];
      expect(names).toContain("PATH");
      expect(names.filter((name) => /AWS|SECRET|DATABASE|PROXY/i.test(name))).toEqual([]);
    } finally {
      delete process.env.AWS_SECRET_ACCESS_KEY;
    }
  });
});

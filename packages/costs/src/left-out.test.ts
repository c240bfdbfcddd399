import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import { createPriceBook, defaultPriceBook, estimateTemplates } from "@greenroom/pricing";
import { toEstimateHtml, toEstimateTable, toInfracostJson } from "@greenroom/pricing/reports";
import { type Estimate, isAtLeast, leftOutOf } from "@greenroom/pricing/schema";
import { describe, expect, it } from "vitest";
import { estimateSpec } from "./queries/estimate-spec";

const NOW = new Date("2026-11-30T00:00:00Z");

function estimatePreset(id: string, preset: string, book = defaultPriceBook()): Estimate {
  const blueprint = BLUEPRINTS.find((one) => one.id === id);
  const { spec, stages } = blueprint?.presets.find(({ key }) => key === preset) ?? { spec: {}, stages: [] };
  const input = { blueprint: id, stage: stages[0] ?? "dev", region: "ap-northeast-2", spec };
  return estimateSpec({ book, now: () => NOW }, input as Parameters<typeof estimateSpec>[1]);
}

const PRESETS = BLUEPRINTS.flatMap(({ id, presets }) => presets.map(({ key }) => [id, key] as const));

describe("a total that leaves something out", () => {
  it.each(PRESETS)("is a least, and names each part with its quantity: %s %s", (id, preset) => {
    // Without a price of anything that is counted in GB, a lot is left out.
    const book = defaultPriceBook();
    const services = [...new Set(book.rows.map(({ service }) => service))];
    const poorer = createPriceBook(
      services.map((service) => ({
        service,
        rows: book.rows
          .filter((row) => row.service === service && !row.unit.startsWith("GB"))
          .map(({ service: _, ...row }) => row),
      })),
    );
    for (const estimate of [estimatePreset(id, preset), estimatePreset(id, preset, poorer)]) {
      const parts = leftOutOf(estimate);
      expect(isAtLeast(estimate)).toBe(parts.length > 0);
      for (const { amount, reason } of parts) {
        expect(reason).toBe("NO_PRICE");
        expect(Number(amount?.quantity)).toBeGreaterThanOrEqual(0);
      }
      expect(toEstimateTable(estimate).includes("Total: at least $")).toBe(parts.length > 0);
    }
  });

  it("is said in text, page and JSON, with CAPTCHA attempts counted one by one", () => {
    const estimate = estimatePreset("ticketing", "prod");
    const captcha = leftOutOf(estimate).find(({ name }) => name === "CAPTCHA attempts");
    expect(captcha).toMatchObject({ amount: { quantity: "5256000" } });
    const said = "edge-global.WebAcl: CAPTCHA attempts (5,256,000 a month) has no known price";
    expect(toEstimateTable(estimate)).toContain(said);
    expect(toEstimateHtml(estimate)).toContain(said);
    expect(toEstimateHtml(estimate)).toMatch(/<h1>at least \$[\d,.]+ a month<\/h1>/);
    const json = toInfracostJson(estimate, { now: NOW, command: "estimate" });
    expect(json).toMatchObject({ isAtLeast: true, leftOut: leftOutOf(estimate) });
  });

  it("is a least also where nobody knows what there is, or a type has no model", () => {
    const Resources = {
      Odd: { Type: "AWS::Odd::Thing", Properties: {} },
      Disk: { Type: "AWS::EC2::Volume", Properties: { Size: { "Fn::ImportValue": "Size" } } },
    };
    const estimateOf = (some: Partial<typeof Resources>) =>
      estimateTemplates({
        stacks: [{ key: "s", region: "ap-northeast-2", template: { Resources: some } }],
        now: NOW,
      });
    for (const id of ["Odd", "Disk"] as const) {
      const estimate = estimateOf({ [id]: Resources[id] });
      expect(isAtLeast(estimate)).toBe(true);
      expect(leftOutOf(estimate)[0]).toMatchObject({ logicalId: id });
      expect(leftOutOf(estimate)[0]?.amount).toBeUndefined();
    }
    expect(isAtLeast(estimateOf({}))).toBe(false);
  });
});

import { bilingual, say, verbatim } from "@greenroom/messages";
import { describe, expect, it } from "vitest";
import { estimateSchema } from "../schema";

/** Parts of a plan's row as the version before wrote it, with texts in both languages beside one another. */
const COMPONENT = {
  name: "NAT gateway",
  unit: "hours",
  nameKo: "NAT 게이트웨이",
  unitKo: "시간",
  monthlyQuantity: { low: "730", expected: "730", high: "730" },
  unitPriceUsd: "0.059",
  monthlyCostUsd: { low: "43.07", expected: "43.07", high: "43.07" },
  isUsageBased: false,
  source: "https://example.com/prices",
  asOf: "2026-10-01",
  isStale: false,
  assumption: "From the template.",
  assumptionKo: "템플릿에 정해진 값입니다.",
};
const OLDER = {
  currency: "USD",
  monthlyUsd: { low: "43.07", expected: "43.07", high: "43.07" },
  services: [{ service: "VPC", monthlyUsd: { low: "43.07", expected: "43.07", high: "43.07" } }],
  resources: [
    {
      stackKey: "network",
      logicalId: "Nat",
      resourceType: "AWS::EC2::NatGateway",
      service: "VPC",
      coverage: "PRICED",
      components: [COMPONENT],
    },
    {
      stackKey: "network",
      logicalId: "ToS3",
      resourceType: "AWS::EC2::VPCEndpoint",
      service: "VPC",
      coverage: "FREE",
      components: [],
      reason: "Gateway endpoints for S3 and DynamoDB have no charge.",
      reasonKo: "S3와 DynamoDB용 게이트웨이 엔드포인트는 무료입니다.",
    },
  ],
  freeResourceCount: 1,
  unpricedComponentCount: 0,
  staleComponentCount: 0,
  notModelled: [],
  priceBookAsOf: "2026-11-20",
};

describe("an estimate of the version before", () => {
  const { resources } = estimateSchema.parse(OLDER);

  it("says its assumptions and reasons in both languages", () => {
    expect(resources[0]?.components[0]?.assumption).toEqual(
      bilingual({ en: "From the template.", ko: "템플릿에 정해진 값입니다." }),
    );
    expect(resources[1]?.reason && say("ko", resources[1].reason)).toBe(
      "S3와 DynamoDB용 게이트웨이 엔드포인트는 무료입니다.",
    );
  });

  it("comes out in the form of today, and is read as that again", () => {
    expect(Object.keys(resources[0]?.components[0] ?? {})).not.toContain("nameKo");
    const parsed = estimateSchema.parse(OLDER);
    expect(estimateSchema.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
  });

  it("reads without the Korean text, which the first version did not have", () => {
    const [resource] = OLDER.resources;
    const { assumptionKo: _, ...component } = COMPONENT;
    const read = estimateSchema.parse({ ...OLDER, resources: [{ ...resource, components: [component] }] });
    expect(read.resources[0]?.components[0]?.assumption).toEqual(verbatim("From the template."));
  });
});

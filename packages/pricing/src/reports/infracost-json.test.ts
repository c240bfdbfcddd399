import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { estimateTemplates } from "../estimate-templates";
import { Decimal } from "../ranges";
import { toInfracostJson } from "./infracost-json";

const NOW = new Date("2026-11-23T00:00:00Z");
const SCHEMA = new URL("../../../../../shared/data/infracost-output.schema.json", import.meta.url);

const template = {
  Resources: {
    Nat: { Type: "AWS::EC2::NatGateway", Properties: {} },
    Queue: { Type: "AWS::SQS::Queue" },
    Role: { Type: "AWS::IAM::Role" },
    Odd: { Type: "AWS::Nobody::Knows" },
  },
};
const estimateOf = (nats: number) =>
  estimateTemplates({
    stacks: Array.from({ length: nats }, (_, n) => ({
      key: `stack-${n}`,
      region: "ap-northeast-2",
      template,
    })),
    now: NOW,
  });

describe("an estimate in Infracost's shape", () => {
  const estimate = estimateOf(2);
  const report = toInfracostJson(estimate, { before: estimateOf(1), now: NOW, command: "estimate" });

  it.runIf(existsSync(SCHEMA))("is what its schema describes, with our fields beside it", () => {
    // The schema forbids what it does not know; ours are additions, so that rule is left out.
    const text = readFileSync(SCHEMA, "utf8").replaceAll(
      '"additionalProperties": false',
      '"additionalProperties": true',
    );
    const schema = z.fromJSONSchema(JSON.parse(text));
    expect(schema.safeParse(JSON.parse(JSON.stringify(report))).error?.issues ?? []).toEqual([]);
    const broken = { ...report, totalMonthlyCost: 12 };
    expect(schema.safeParse(broken).success).toBe(false);
  });

  it("adds up: components to resources, resources to projects, projects to the total", () => {
    const sum = (parts: (string | null)[]) => Decimal.sum(0, ...parts.map((part) => part ?? 0)).toFixed();
    for (const { breakdown } of report.projects) {
      for (const resource of breakdown.resources)
        expect(sum(resource.costComponents.map((c) => c.monthlyCost))).toBe(resource.monthlyCost);
      expect(sum(breakdown.resources.map((r) => r.monthlyCost))).toBe(breakdown.totalMonthlyCost);
    }
    expect(sum(report.projects.map((p) => p.breakdown.totalMonthlyCost))).toBe(report.totalMonthlyCost);
    expect(report.totalMonthlyCost).toBe(estimate.monthlyUsd.expected);
  });

  it("states a difference only where it is all of it", () => {
    // The second stack has a type that nobody knows.
    expect(report).toMatchObject({
      diffTotalMonthlyCost: null,
      diffTotalHourlyCost: null,
      diffBound: "AT_LEAST",
      diffTotalMonthlyCostAtLeast: report.pastTotalMonthlyCost,
      diffTotalMonthlyCostAtMost: null,
      diffLeftOut: {
        before: [],
        after: [{ stackKey: "stack-1", logicalId: "Odd", reason: "NOT_MODELLED" }],
        alike: [{ stackKey: "stack-0", logicalId: "Odd" }],
      },
    });
    expect(report.projects.map(({ diff }) => diff.totalMonthlyCost)).toEqual(["0", null]);
    const same = toInfracostJson(estimate, { before: estimate, now: NOW, command: "estimate" });
    expect(same).toMatchObject({ diffTotalMonthlyCost: "0", diffBound: "EXACT", diffLeftOut: { after: [] } });
  });

  it("tells what changed, component by component, adding up to the difference", () => {
    const disk = (type: string, size: number) => ({
      Type: "AWS::EC2::Instance",
      Properties: {
        InstanceType: type,
        BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeType: "gp3", VolumeSize: size } }],
      },
    });
    const price = (Resources: object) =>
      estimateTemplates({ stacks: [{ key: "one", region: "us-east-1", template: { Resources } }], now: NOW });
    const same = { Nat: template.Resources.Nat };
    const old = price({ ...same, Box: disk("t3.small", 20), Gone: { Type: "AWS::EC2::EIP" } });
    const fresh = price({ ...same, Box: disk("t3.medium", 20), Key: { Type: "AWS::KMS::Key" } });
    const [project] = toInfracostJson(fresh, { before: old, now: NOW, command: "estimate" }).projects;
    const changed = project?.diff.resources ?? [];
    expect(changed.map(({ name, costComponents }) => [name, costComponents.map((one) => one.name)])).toEqual([
      ["Box", [expect.stringMatching(/t3\.small\) → Instance usage \(.*t3\.medium\)/)]],
      ["Gone", [expect.stringContaining("IPv4")]],
      [
        "Key",
        [
          "Customer master key",
          "Requests",
          "ECC GenerateDataKeyPair requests",
          "RSA GenerateDataKeyPair requests",
        ],
      ],
    ]);
    const sum = (parts: (string | null)[]) => Decimal.sum(0, ...parts.map((part) => part ?? 0)).toFixed();
    for (const { costComponents, monthlyCost } of changed)
      expect(sum(costComponents.map((one) => one.monthlyCost))).toBe(monthlyCost);
    expect(sum(changed.map((one) => one.monthlyCost))).toBe(project?.diff.totalMonthlyCost);
  });

  it("counts what is priced, free and not modelled", () => {
    expect(report.summary).toMatchObject({
      totalDetectedResources: 8,
      totalSupportedResources: 4,
      totalNoPriceResources: 2,
      unsupportedResourceCounts: { "AWS::Nobody::Knows": 2 },
    });
  });
});

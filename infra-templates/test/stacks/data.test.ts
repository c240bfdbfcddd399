import { estimateTemplates } from "@greenroom/pricing";
import { beforeAll, describe, expect, it } from "vitest";
import type { TicketingSpec } from "../../src/blueprints/ticketing/stacks";
import { describeSpecProblems, getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { type DataSettings, dataSettings } from "../../src/stacks/data/settings";
import { TABLES } from "../../src/stacks/data/tables";
import { contextOf, resourcesOf } from "../../testing/contexts";

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

const ticketing = getBlueprint("ticketing");
const presetOf = (stage: string) => ticketing.presets.find(({ key }) => key === stage)?.spec as TicketingSpec;
const specWith = (change: Partial<DataSettings>) => {
  const spec = presetOf("dev");
  return { ...spec, data: { ...spec.data, ...change } };
};
const stackWith = (change: Partial<DataSettings>, key = "data") =>
  resourcesOf(
    synthesizeApp("ticketing", specWith(change), contextOf("dev")).find((stack) => stack.key === key)!,
  );
const tablesOf = (resources: ReturnType<typeof resourcesOf>) =>
  Object.values(resources).filter(({ Type }) => Type === "AWS::DynamoDB::GlobalTable");

describe("the tables", () => {
  it.each([
    ["dev", "Delete"],
    ["prod", "RetainExceptOnCreate"],
  ])("keep their data where it must outlive the stack: %s", (stage, policy) => {
    const stack = synthesizeApp("ticketing", presetOf(stage), contextOf(stage)).find(
      ({ key }) => key === "data",
    );
    const tables = tablesOf(resourcesOf(stack!));
    expect(tables).toHaveLength(6);
    for (const table of tables) expect(table.DeletionPolicy).toBe(policy);
  });

  it("carry their owner's tags in every region", () => {
    for (const { Properties } of tablesOf(stackWith({ replicaTokyo: true }))) {
      const replicas = Properties?.Replicas as { Region: string; Tags: { Key: string }[] }[];
      expect(replicas.map(({ Region }) => Region)).toEqual(["ap-northeast-2", "ap-northeast-1"]);
      for (const { Tags } of replicas) expect(Tags.map(({ Key }) => Key)).toContain("greenroom:owner");
    }
  });

  it("in one region cost what plain tables cost", () => {
    for (const billing of ["on-demand", "provisioned"] as const) {
      const limits = { minReadUnits: 5, maxReadUnits: 5, minWriteUnits: 3, maxWriteUnits: 3 };
      const spec = specWith({ billing, ...limits, pointInTimeRecovery: true });
      const globals = ticketing.outline(spec, contextOf("dev")).filter(({ key }) => key === "data");
      const capacity = { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 3 } };
      const plain = TABLES.map(({ logicalId, hasIndex }) => [
        logicalId,
        {
          Type: "AWS::DynamoDB::Table",
          Properties: {
            BillingMode: billing === "provisioned" ? "PROVISIONED" : "PAY_PER_REQUEST",
            ...(billing === "provisioned" && {
              ...capacity,
              ...(hasIndex && { GlobalSecondaryIndexes: [{ IndexName: "GSI1", ...capacity }] }),
            }),
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          },
        },
      ]);
      const tables = [
        { key: "data", region: "ap-northeast-2", template: { Resources: Object.fromEntries(plain) } },
      ];
      const usage = ticketing.usage(spec);
      const now = new Date("2026-10-15T00:00:00Z");
      const [ours, theirs] = [globals, tables].map((stacks) => estimateTemplates({ stacks, usage, now }));
      expect(ours?.monthlyUsd).toEqual(theirs?.monthlyUsd);
      expect(ours?.monthlyUsd.expected).not.toBe("0");
    }
  });

  it("let the roles work on the copies too", () => {
    const statements = JSON.stringify(stackWith({ replicaSingapore: true }).ApiRole?.Properties);
    expect(statements).toContain(":dynamodb:ap-southeast-1:111122223333:table/");
    expect(JSON.stringify(stackWith({}).ApiRole?.Properties)).not.toContain("ap-southeast-1");
  });
});

describe("the copies' alarms", () => {
  it("are in the region of the copies, two for each table", () => {
    const stacks = synthesizeApp("ticketing", specWith({ replicaTokyo: true }), contextOf("dev"));
    const replica = stacks.find(({ key }) => key === "replica-ap-northeast-1");
    expect(replica).toMatchObject({ region: "ap-northeast-1", dependsOn: ["data"] });
    const alarms = Object.values(resourcesOf(replica!)).filter(
      ({ Type }) => Type === "AWS::CloudWatch::Alarm",
    );
    expect(alarms).toHaveLength(12);
    expect(stacks.map(({ key }) => key)).not.toContain("replica-ap-southeast-1");
  });
});

describe("choices that do not fit together", () => {
  const limits = { minReadUnits: 1, maxReadUnits: 2, minWriteUnits: 1, maxWriteUnits: 2 };
  it.each([
    [{ billing: "provisioned", ...limits, maxWriteUnits: 0 }, "data.maxWriteUnits", "spec.data.noLimit"],
    [{ billing: "provisioned", ...limits, minReadUnits: 3 }, "data.minReadUnits", "spec.data.bounds"],
    [{ replicaTokyo: true }, "data.replicaTokyo", "spec.data.replicaAtHome"],
  ] as const)("%j: %s, %s", (change, field, messageKey) => {
    const context = { region: "ap-northeast-1", stage: "dev", today: null };
    const problems = describeSpecProblems(ticketing, specWith(change), context);
    expect(problems.map((problem) => [problem.field, problem.message.key])).toEqual([[field, messageKey]]);
  });

  it("leave the specs of older environments readable", () => {
    const older = { pointInTimeRecovery: true, recoveryDays: 7, deletionProtection: false };
    expect(dataSettings.parse(older)).toMatchObject({ billing: "on-demand", replicaTokyo: false });
  });
});

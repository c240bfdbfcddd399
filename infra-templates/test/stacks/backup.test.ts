import { beforeAll, describe, expect, it, vi } from "vitest";
import type { TicketingSpec } from "../../src/blueprints/ticketing/stacks";
import { getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { contextOf, resourcesOf } from "../../testing/contexts";

// Loading CDK and making a whole platform takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

const specOf = (preset: string) =>
  structuredClone(getBlueprint("ticketing").presets.find(({ key }) => key === preset)?.spec) as TicketingSpec;

function backupOf(spec: TicketingSpec, stage: string) {
  const stack = synthesizeApp("ticketing", spec, contextOf(stage)).find(({ key }) => key === "backup");
  return resourcesOf(stack!);
}

describe("backup", () => {
  it("takes tables, Aurora and buckets of this environment and of no other", () => {
    const selection = backupOf(specOf("prod"), "prod").Selection?.Properties?.BackupSelection;
    expect(selection).toMatchObject({
      Conditions: {
        StringEquals: [
          { ConditionKey: "aws:ResourceTag/greenroom:environment", ConditionValue: "spring-sale" },
        ],
      },
    });
    expect(JSON.stringify(selection)).toMatch(/:dynamodb:.*:rds:.*:s3:::\*/);
  });

  it("keeps a locked vault and its key in every stage, and an unlocked one where data is kept", () => {
    const policies = (locked: boolean, stage: string) => {
      const spec = specOf("dev");
      Object.assign(spec.backup, { enabled: true, locked });
      const { Vault, VaultKey } = backupOf(spec, stage);
      return [Vault?.DeletionPolicy, VaultKey?.DeletionPolicy];
    };
    expect(policies(true, "dev")).toEqual(["RetainExceptOnCreate", "RetainExceptOnCreate"]);
    expect(policies(false, "dev")).toEqual(["Delete", "Delete"]);
    expect(policies(false, "prod")).toEqual(["RetainExceptOnCreate", "RetainExceptOnCreate"]);
  });
});

describe("cost anomalies", () => {
  it("are watched from us-east-1, for the environment's tag, and told to its owner once", () => {
    const spec = specOf("prod");
    spec.costAnomaly.emails = ["rina@demo.greenroom.example", "pat@demo.example"];
    const context = { ...contextOf("prod"), ownerEmail: "rina@demo.greenroom.example" };
    const stack = synthesizeApp("ticketing", spec, context).find(({ key }) => key === "cost-anomaly")!;
    expect(stack.region).toBe("us-east-1");
    const { Monitor, Subscription } = resourcesOf(stack);
    expect(JSON.parse(Monitor?.Properties?.MonitorSpecification as string)).toEqual({
      Tags: { Key: "greenroom:environment", Values: ["spring-sale"], MatchOptions: ["EQUALS"] },
    });
    expect(Subscription?.Properties?.Subscribers).toEqual([
      { Type: "EMAIL", Address: "rina@demo.greenroom.example" },
      { Type: "EMAIL", Address: "pat@demo.example" },
    ]);
  });
});

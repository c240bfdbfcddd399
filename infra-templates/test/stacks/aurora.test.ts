import { beforeAll, describe, expect, it } from "vitest";
import type { TicketingSpec } from "../../src/blueprints/ticketing/stacks";
import { describeSpecProblems, getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import type { AuroraSettings } from "../../src/stacks/aurora/settings";
import { contextOf, resourcesOf } from "../../testing/contexts";

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

const ticketing = getBlueprint("ticketing");
const specWith = (preset: string, change: Partial<AuroraSettings>) => {
  const spec = ticketing.presets.find(({ key }) => key === preset)?.spec as TicketingSpec;
  return { ...spec, aurora: { ...spec.aurora, ...change, enabled: true } };
};
const resourcesWith = (preset: string, change: Partial<AuroraSettings> = {}) =>
  resourcesOf(
    synthesizeApp("ticketing", specWith(preset, change), contextOf(preset)).find(
      ({ key }) => key === "aurora",
    )!,
  );

describe("Aurora", () => {
  it("is serverless, encrypted, over TLS, with a password that AWS keeps", () => {
    const { Cluster, ParameterGroup, Writer, Reader } = resourcesWith("prod");
    expect(Cluster).toMatchObject({
      DeletionPolicy: "Snapshot",
      Properties: {
        StorageEncrypted: true,
        ManageMasterUserPassword: true,
        EnableIAMDatabaseAuthentication: true,
        DeletionProtection: true,
        BackupRetentionPeriod: 35,
        ServerlessV2ScalingConfiguration: { MinCapacity: 1, MaxCapacity: 32 },
      },
    });
    expect(Cluster?.Properties).not.toHaveProperty("MasterUserPassword");
    expect(ParameterGroup?.Properties?.Parameters).toEqual({ "rds.force_ssl": "1" });
    for (const instance of [Writer, Reader]) {
      expect(instance?.Properties).toMatchObject({
        DBInstanceClass: "db.serverless",
        PubliclyAccessible: false,
      });
    }
  });

  it("has one instance, and goes with its environment, where the stage keeps nothing", () => {
    const { Cluster, Reader } = resourcesWith("dev");
    expect(Cluster?.DeletionPolicy).toBe("Delete");
    expect(Reader).toBeUndefined();
  });

  it("lets in the app tier only", () => {
    expect(resourcesWith("prod").SecurityGroup?.Properties?.SecurityGroupIngress).toMatchObject([
      { CidrIp: "10.180.4.0/22", FromPort: 5432, ToPort: 5432 },
      { CidrIp: "10.180.8.0/22", FromPort: 5432, ToPort: 5432 },
    ]);
  });

  it.each([
    [{ minAcu: 4, maxAcu: 2 }, "aurora.minAcu", "spec.aurora.bounds"],
    [{ maxAcu: 2.3 }, "aurora.maxAcu", "spec.aurora.step"],
  ] as const)("refuses %j: %s, %s", (change, field, messageKey) => {
    const problems = describeSpecProblems(ticketing, specWith("dev", change));
    expect(problems.map((problem) => [problem.field, problem.message.key])).toEqual([[field, messageKey]]);
  });
});

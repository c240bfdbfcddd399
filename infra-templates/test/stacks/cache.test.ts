import { beforeAll, describe, expect, it } from "vitest";
import type { TicketingSpec } from "../../src/blueprints/ticketing/stacks";
import { describeSpecProblems, getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { CACHE_SIZES, type CacheSettings, cacheSettings } from "../../src/stacks/cache/settings";
import { contextOf, resourcesOf } from "../../testing/contexts";

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

const ticketing = getBlueprint("ticketing");
const specWith = (change: Partial<CacheSettings>) => {
  const spec = ticketing.presets.find(({ key }) => key === "prod")?.spec as TicketingSpec;
  return { ...spec, cache: { ...spec.cache, ...change } };
};
const resourcesWith = (change: Partial<CacheSettings> = {}) =>
  resourcesOf(
    synthesizeApp("ticketing", specWith(change), contextOf("prod")).find(({ key }) => key === "cache")!,
  );

describe("the cache", () => {
  it("of production is what the owners run", () => {
    const { ReplicationGroup, ShardTarget, ShardScaling } = resourcesWith();
    expect(ReplicationGroup).toMatchObject({
      DeletionPolicy: "Snapshot",
      UpdatePolicy: { UseOnlineResharding: true },
      Properties: {
        Engine: "redis",
        EngineVersion: "7.1",
        CacheNodeType: "cache.m7g.xlarge",
        NumNodeGroups: 8,
        ReplicasPerNodeGroup: 1,
        MultiAZEnabled: true,
        AutomaticFailoverEnabled: true,
        TransitEncryptionEnabled: true,
        TransitEncryptionMode: "required",
        AtRestEncryptionEnabled: true,
      },
    });
    expect(ShardTarget?.Properties).toMatchObject({ MinCapacity: 8, MaxCapacity: 20 });
    expect(ShardScaling?.Properties).toMatchObject({
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 70,
        PredefinedMetricSpecification: { PredefinedMetricType: "ElastiCachePrimaryEngineCPUUtilization" },
      },
    });
  });

  it("takes its password from the secret when it is deployed", () => {
    const { ReplicationGroup, AuthSecret } = resourcesWith();
    expect(ReplicationGroup?.Properties?.AuthToken).toEqual({
      "Fn::Join": ["", ["{{resolve:secretsmanager:", { Ref: "AuthSecret" }, ":SecretString}}"]],
    });
    expect(AuthSecret?.Properties).not.toHaveProperty("SecretString");
    expect(AuthSecret?.Properties?.GenerateSecretString).toMatchObject({
      PasswordLength: 64,
      ExcludePunctuation: true,
    });
  });

  it("lets in the app tier only", () => {
    expect(resourcesWith().SecurityGroup?.Properties?.SecurityGroupIngress).toMatchObject([
      { CidrIp: "10.180.4.0/22", FromPort: 6379, ToPort: 6379 },
      { CidrIp: "10.180.8.0/22", FromPort: 6379, ToPort: 6379 },
    ]);
  });

  it.each([
    [18, "sun", "18:00-19:00", "sun:20:00-sun:21:00"],
    [21, "sun", "21:00-22:00", "sun:23:00-mon:00:00"],
    [23, "sat", "23:00-00:00", "sat:01:00-sat:02:00"],
  ] as const)(
    "snapshots at %i, maintains two hours later",
    (snapshotHour, maintenanceDay, snapshot, maintenance) => {
      const { ReplicationGroup } = resourcesWith({ snapshotHour, maintenanceDay });
      expect(ReplicationGroup?.Properties).toMatchObject({
        SnapshotWindow: snapshot,
        PreferredMaintenanceWindow: maintenance,
      });
    },
  );
});

describe("choices that do not fit together", () => {
  it.each([
    [{ shards: 501 }, "cache.shards", "spec.cache.shards"],
    [{ shards: 0 }, "cache.shards", "spec.cache.shards"],
    [{ shards: 7 }, "cache.shards", "spec.cache.belowMinimum"],
    [{ shards: 21 }, "cache.shards", "spec.cache.aboveMaximum"],
    [{ minShards: 21 }, "cache.minShards", "spec.cache.bounds"],
    [{ nodeType: "cache.t3.micro" }, "cache.nodeType", "spec.cache.autoscalingNode"],
    [{ nodeType: "cache.m7g.4xlarge" }, "cache.nodeType", "spec.cache.autoscalingNode"],
    [{ replicas: 0 }, "cache.replicas", "spec.cache.multiAzNeedsReplica"],
    [{ maxShards: 300 }, "cache.maxShards", "spec.cache.nodes"],
    [{ autoscaling: false, shards: 251 }, "cache.shards", "spec.cache.nodes"],
    [{ nodeType: "cache.r6gd.xlarge" }, "cache.nodeType", "spec.cache.nodeTypeRegion"],
  ] as const)("%j: %s, %s", (change, field, messageKey) => {
    const context = { region: "ap-northeast-2", stage: "prod", today: null };
    const [problem, ...others] = describeSpecProblems(ticketing, specWith(change), context);
    expect(problem).toMatchObject({ field, message: { key: messageKey } });
    expect(others).toEqual([]);
  });

  it("do no harm while the cache, or its autoscaling, is off", () => {
    const odd = { ...CACHE_SIZES.prod, shards: 1, nodeType: "cache.t3.micro" } as const;
    expect(cacheSettings.safeParse({ ...odd, autoscaling: false }).success).toBe(true);
    expect(cacheSettings.safeParse({ ...odd, enabled: false }).success).toBe(true);
  });
});

import { message } from "@greenroom/messages";
import type { CheckContext } from "../../model/blueprint";
import { encryptionKey, logGroup } from "../../model/outline-parts";
import { switchedOff } from "../../model/settings-model";
import type { PricedResources, StackModel, StackUsage } from "../../model/stack-model";
import { logUsage, moving } from "../../model/usage-value";
import type { SpecIssue } from "../../spec/spec-issue";
import { networkMoveIssues } from "../network/network-move";
import type { NetworkSettings } from "../network/settings";
import { cacheSection } from "./form";
import { existsIn, NODE_TYPE_NAMES, NODE_TYPES } from "./node-types";
import { CACHE_ENGINES, CACHE_SIZES, type CacheSettings, cacheSettings } from "./settings";

export interface CacheSpec {
  network: NetworkSettings;
  cache: CacheSettings;
}

export const CACHE_DIMENSION = "elasticache:replication-group:NodeGroups";

export const cacheModel = {
  key: "cache",
  settings: {
    key: "cache",
    schema: cacheSettings.default(switchedOff(CACHE_SIZES)),
    sizes: CACHE_SIZES,
    section: cacheSection,
  },
  title: { en: "Cache", ko: "캐시" },
  summary: {
    en: "Redis or Valkey in cluster mode, with TLS, a password in Secrets Manager and autoscaling of shards",
    ko: "클러스터 모드의 Redis 또는 Valkey, TLS, Secrets Manager 비밀번호, 샤드 자동 확장",
  },
  dependsOn: ["network"],
  isOn: ({ cache }) => cache.enabled,
  outline: ({ cache }) => ({
    EncryptionKey: encryptionKey(),
    AuthSecret: { Type: "AWS::SecretsManager::Secret" },
    EventTopic: { Type: "AWS::SNS::Topic" },
    SlowLogGroup: logGroup(cache.logRetentionDays),
    EngineLogGroup: logGroup(cache.logRetentionDays),
    ReplicationGroup: {
      Type: "AWS::ElastiCache::ReplicationGroup",
      Properties: {
        Engine: CACHE_ENGINES[cache.engine].engine,
        EngineVersion: CACHE_ENGINES[cache.engine].version,
        CacheNodeType: cache.nodeType,
        NumNodeGroups: cache.shards,
        ReplicasPerNodeGroup: cache.replicas,
        SnapshotRetentionLimit: cache.snapshotDays,
      },
    },
    ...scalingOutline(cache),
  }),
  usage: ({ cache }) => cacheUsage(cache),
  issues: ({ cache }, context) => nodeTypeIssues(cache, context),
  changeIssues: networkMoveIssues,
  dashboard: () => "redis",
} as const satisfies StackModel<CacheSpec>;

function scalingOutline(cache: CacheSettings): PricedResources {
  if (!cache.autoscaling) return {};
  return {
    ShardTarget: {
      Type: "AWS::ApplicationAutoScaling::ScalableTarget",
      Properties: {
        ServiceNamespace: "elasticache",
        ScalableDimension: CACHE_DIMENSION,
        ResourceId: { "Fn::Join": ["", ["replication-group/", { Ref: "ReplicationGroup" }]] },
        MinCapacity: cache.minShards,
        MaxCapacity: cache.maxShards,
      },
    },
  };
}

function cacheUsage(cache: CacheSettings): StackUsage {
  const logs = logUsage(0.02 * cache.shards * (1 + cache.replicas), cache.logRetentionDays, {
    en: "20 MB a node; low is half, high is double",
    ko: "노드당 20MB이며 최저는 절반, 최고는 두 배입니다",
  });
  return {
    SlowLogGroup: logs,
    EngineLogGroup: logs,
    AuthSecret: {
      monthly_requests: moving(10_000, {
        en: "10,000 reads of the password; low is half, high is double",
        ko: "비밀번호 조회 10,000회이며 최저는 절반, 최고는 두 배입니다",
      }),
    },
    EncryptionKey: {
      monthly_requests: moving(10_000, {
        en: "10,000 requests; low is half, high is double",
        ko: "요청 10,000회이며 최저는 절반, 최고는 두 배입니다",
      }),
    },
    EventTopic: {
      monthly_requests: moving(100, {
        en: "100 events; low is half, high is double",
        ko: "이벤트 100건이며 최저는 절반, 최고는 두 배입니다",
      }),
    },
    ...(cache.snapshotDays > 1 && {
      ReplicationGroup: {
        snapshot_storage_size_gb: moving(cache.shards * NODE_TYPES[cache.nodeType].memoryGib * 0.1, {
          en: "A tenth of the shards' memory is in use, as the owners measured; low is half, high is double",
          ko: "측정 결과에 따라 샤드 메모리의 10분의 1이 사용되며 최저는 절반, 최고는 두 배입니다",
        }),
      },
    }),
  };
}

function nodeTypeIssues({ nodeType }: CacheSettings, { region }: CheckContext): SpecIssue[] {
  if (existsIn(region, nodeType)) return [];
  const family = nodeType.split(".")[1]?.charAt(0) ?? "";
  const similar = NODE_TYPE_NAMES.filter(
    (name) => name.startsWith(`cache.${family}`) && existsIn(region, name),
  );
  return [
    {
      path: "cache.nodeType",
      message: message("spec.cache.nodeTypeRegion", { value: nodeType, region, choices: similar.join(", ") }),
    },
  ];
}

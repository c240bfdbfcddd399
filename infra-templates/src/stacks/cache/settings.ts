import { message } from "@greenroom/messages";
import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { refuse } from "../../spec/refuse";
import { logRetention, WEEKDAYS, whole } from "../../spec/setting-types";
import { canAutoscale, NODE_TYPE_NAMES } from "./node-types";

/**
 * Engines in cluster mode, with the version and the parameter group family of each ("Supported engines and
 * versions").
 */
export const CACHE_ENGINES = {
  "redis-7.1": { engine: "redis", version: "7.1", family: "redis7" },
  "valkey-7.2": { engine: "valkey", version: "7.2", family: "valkey7" },
  "valkey-8.0": { engine: "valkey", version: "8.0", family: "valkey8" },
  "valkey-8.1": { engine: "valkey", version: "8.1", family: "valkey8" },
} as const;
export const CACHE_ENGINE_NAMES = Object.keys(CACHE_ENGINES) as (keyof typeof CACHE_ENGINES)[];

/** A cluster has at most 500 shards, and at most 500 nodes in all (ElastiCache quotas). */
export const MAX_SHARDS = 500;
const MAX_NODES = 500;

const shards = z.int().superRefine((value, context) => {
  if (value < 1 || value > MAX_SHARDS) {
    refuse(context, message("spec.cache.shards", { value, maximum: MAX_SHARDS }));
  }
});

export const cacheFields = z.strictObject({
  enabled: z.boolean(),
  engine: z.enum(CACHE_ENGINE_NAMES),
  nodeType: z.enum(NODE_TYPE_NAMES),
  shards,
  replicas: whole(0, 5),
  multiAz: z.boolean(),
  autoscaling: z.boolean(),
  minShards: shards,
  maxShards: shards,
  /** 0 keeps no snapshots. */
  snapshotDays: whole(0, 35),
  /** UTC hour in which the daily snapshot is taken; the weekly maintenance follows two hours later. */
  snapshotHour: whole(0, 23),
  maintenanceDay: z.enum(WEEKDAYS),
  logRetentionDays: logRetention,
});
export type CacheSettings = z.infer<typeof cacheFields>;

/**
 * Rules between the fields count only while each is right by itself, and what they are about is switched on.
 */
export function checkShape(cache: CacheSettings, context: z.RefinementCtx<CacheSettings>): void {
  if (!cache.enabled || !cacheFields.safeParse(cache).success) return;
  const { replicas, multiAz, nodeType } = cache;
  if (multiAz && replicas === 0) {
    refuse(context, message("spec.cache.multiAzNeedsReplica", { value: replicas }), "replicas");
  }
  const most = cache.autoscaling ? Math.max(cache.maxShards, cache.shards) : cache.shards;
  if (most <= MAX_SHARDS && most * (1 + replicas) > MAX_NODES) {
    const nodes = { value: most, replicas, nodes: most * (1 + replicas), maximum: MAX_NODES };
    refuse(context, message("spec.cache.nodes", nodes), most > cache.shards ? "maxShards" : "shards");
  }
  if (!cache.autoscaling) return;
  if (!canAutoscale(nodeType)) {
    refuse(context, message("spec.cache.autoscalingNode", { value: nodeType }), "nodeType");
  }
  const { shards: value, minShards: minimum, maxShards: maximum } = cache;
  if (minimum > maximum) {
    refuse(context, message("spec.cache.bounds", { value: minimum, maximum }), "minShards");
  } else if (value < minimum) {
    refuse(context, message("spec.cache.belowMinimum", { value, minimum }), "shards");
  } else if (value > maximum) {
    refuse(context, message("spec.cache.aboveMaximum", { value, maximum }), "shards");
  }
}
export const cacheSettings = cacheFields.superRefine(checkShape);

const SMALL: CacheSettings = {
  enabled: true,
  engine: "redis-7.1",
  nodeType: "cache.t4g.micro",
  shards: 1,
  replicas: 0,
  multiAz: false,
  autoscaling: false,
  minShards: 1,
  maxShards: 2,
  snapshotDays: 0,
  snapshotHour: 18,
  maintenanceDay: "sun",
  logRetentionDays: 7,
};

/**
 * prod is what the platform's owners run. They measured a cache.t3.micro at 53-54 % CPU and 78-90 % memory
 * under 10,000 requests a second, unstable; cache.m7g.xlarge at 15-20 % and 8-10 %, good for 30,000 to
 * 40,000.
 */
export const CACHE_SIZES: Record<Size, CacheSettings> = {
  dev: SMALL,
  staging: { ...SMALL, nodeType: "cache.t4g.small", shards: 2, replicas: 1, multiAz: true, snapshotDays: 1 },
  loadtest: { ...SMALL, nodeType: "cache.m7g.xlarge", shards: 8, logRetentionDays: 3 },
  prod: {
    ...SMALL,
    nodeType: "cache.m7g.xlarge",
    shards: 8,
    replicas: 1,
    multiAz: true,
    autoscaling: true,
    minShards: 8,
    maxShards: 20,
    snapshotDays: 7,
    logRetentionDays: 90,
  },
};

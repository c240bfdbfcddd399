interface NodeType {
  /**
   * Memory for data and overhead; with data tiering, without the SSD. Source: "Supported node types",
   * ElastiCache user guide.
   */
  memoryGib: number;
}

/**
 * Node types that can be chosen: those of the current Graviton generations and the burstable ones for trying
 * things.
 */
export const NODE_TYPES = {
  "cache.t3.micro": { memoryGib: 0.5 },
  "cache.t3.small": { memoryGib: 1.37 },
  "cache.t3.medium": { memoryGib: 3.09 },
  "cache.t4g.micro": { memoryGib: 0.5 },
  "cache.t4g.small": { memoryGib: 1.37 },
  "cache.t4g.medium": { memoryGib: 3.09 },
  "cache.m6g.large": { memoryGib: 6.38 },
  "cache.m6g.xlarge": { memoryGib: 12.94 },
  "cache.m6g.2xlarge": { memoryGib: 26.05 },
  "cache.m6g.4xlarge": { memoryGib: 52.26 },
  "cache.m7g.large": { memoryGib: 6.38 },
  "cache.m7g.xlarge": { memoryGib: 12.93 },
  "cache.m7g.2xlarge": { memoryGib: 26.04 },
  "cache.m7g.4xlarge": { memoryGib: 52.26 },
  "cache.r6g.large": { memoryGib: 13.07 },
  "cache.r6g.xlarge": { memoryGib: 26.32 },
  "cache.r6g.2xlarge": { memoryGib: 52.82 },
  "cache.r6g.4xlarge": { memoryGib: 105.81 },
  "cache.r7g.large": { memoryGib: 13.07 },
  "cache.r7g.xlarge": { memoryGib: 26.32 },
  "cache.r7g.2xlarge": { memoryGib: 52.82 },
  "cache.r7g.4xlarge": { memoryGib: 105.81 },
  "cache.r6gd.xlarge": { memoryGib: 26.32 },
  "cache.r6gd.2xlarge": { memoryGib: 52.82 },
} as const satisfies Record<string, NodeType>;

export type NodeTypeName = keyof typeof NODE_TYPES;
export const NODE_TYPE_NAMES = Object.keys(NODE_TYPES) as NodeTypeName[];

/** "r6gd" of "cache.r6gd.xlarge". */
const familyOf = (type: NodeTypeName) => type.split(".")[1] ?? "";

const EVERYWHERE = ["t3", "t4g", "m6g", "m7g", "r6g", "r7g"];
/**
 * Families by region. t3 to r7g: every region with a price in AWS's price list (read 2025-04-24). r6gd: "Data
 * tiering limitations" lists the regions, and Seoul is none of them.
 */
const FAMILIES: Record<string, readonly string[]> = {
  "ap-northeast-1": [...EVERYWHERE, "r6gd"],
  "ap-northeast-2": EVERYWHERE,
  "ap-southeast-1": [...EVERYWHERE, "r6gd"],
  "us-east-1": [...EVERYWHERE, "r6gd"],
};

export function existsIn(region: string, type: NodeTypeName): boolean {
  return FAMILIES[region]?.includes(familyOf(type)) ?? false;
}

/**
 * Keeps what does not fit in memory on an SSD of the node; ElastiCache wants it switched on for exactly
 * these.
 */
export function hasDataTiering(type: NodeTypeName): boolean {
  return familyOf(type) === "r6gd";
}

/**
 * "Auto Scaling Valkey and Redis OSS clusters", prerequisites: families M6g M7g R6g R6gd R7g (of ours), large
 * to 2xlarge.
 */
export function canAutoscale(type: NodeTypeName): boolean {
  return /^cache\.(m6g|m7g|r6g|r6gd|r7g)\.(large|xlarge|2xlarge)$/.test(type);
}

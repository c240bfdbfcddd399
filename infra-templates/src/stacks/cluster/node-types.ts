const LARGER = ["large", "xlarge", "2xlarge", "4xlarge"];
const BURSTABLE = ["medium", "large", "xlarge", "2xlarge"];

/**
 * Families that nodes can be of, with their sizes; smaller ones have no room for pods beside what every node
 * runs.
 */
const SIZES_BY_FAMILY: Record<string, readonly string[]> = {
  t3: BURSTABLE,
  t4g: BURSTABLE,
  m5: LARGER,
  m6i: LARGER,
  m7i: LARGER,
  m6g: LARGER,
  m7g: LARGER,
  c5: LARGER,
  c6i: LARGER,
  c6g: LARGER,
  c7g: LARGER,
  r6g: LARGER,
  r7g: LARGER,
};

const EVERYWHERE = Object.keys(SIZES_BY_FAMILY);
/**
 * Families by region: those with on-demand Linux prices in AWS's price list of the region (EC2, read
 * 2026-10-01). The price list has them for all four regions; add a family to a region when its price list
 * does.
 */
const FAMILIES: Record<string, readonly string[]> = {
  "ap-northeast-1": EVERYWHERE,
  "ap-northeast-2": EVERYWHERE,
  "ap-southeast-1": EVERYWHERE,
  "us-east-1": EVERYWHERE,
};

/** Every node type of the region, such as "t3.large". */
export function nodeTypesOf(region: string): string[] {
  return familiesOf(region).flatMap((family) =>
    (SIZES_BY_FAMILY[family] ?? []).map((size) => `${family}.${size}`),
  );
}

export function familiesOf(region: string): readonly string[] {
  return FAMILIES[region] ?? [];
}

/** Graviton families carry a g behind their generation: "m7g", "c6gn", "t4g". */
export function processorOf(type: string): "x86_64" | "arm64" {
  return /^[a-z]+\d+g/.test(type) ? "arm64" : "x86_64";
}

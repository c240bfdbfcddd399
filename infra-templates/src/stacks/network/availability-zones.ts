import { AppError } from "@greenroom/errors";

/**
 * Zone names per supported region, in the order they are used. A lookup would need credentials during
 * synthesis and could change under a running environment. Source: "Availability Zones", AWS global
 * infrastructure; ap-northeast-1b is closed to new accounts and left out.
 */
const ZONES: Record<string, readonly string[]> = {
  "ap-northeast-2": ["ap-northeast-2a", "ap-northeast-2b", "ap-northeast-2c"],
  "ap-northeast-1": ["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"],
  "ap-southeast-1": ["ap-southeast-1a", "ap-southeast-1b", "ap-southeast-1c"],
  "us-east-1": ["us-east-1a", "us-east-1b", "us-east-1c"],
};

export const SUPPORTED_REGIONS = Object.keys(ZONES);

/** The first `count` zones of the region. Throws INVALID_INPUT for a region that no blueprint supports. */
export function availabilityZones(region: string, count: number): string[] {
  const zones = ZONES[region];
  if (!zones || zones.length < count) {
    throw new AppError(
      "unknownRegion",
      { region, regions: SUPPORTED_REGIONS.join(", ") },
      { field: "region" },
    );
  }
  return zones.slice(0, count);
}

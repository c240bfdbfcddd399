/**
 * One Kubernetes version on EKS; days as YYYY-MM-DD, in UTC. From the day standard support ends the control
 * plane costs more; from the day extended support ends no cluster can be made with it, and AWS upgrades those
 * that are left.
 */
export interface ClusterVersion {
  version: string;
  releasedOn: string;
  standardSupportEndsOn: string;
  extendedSupportEndsOn: string;
}

/**
 * The release calendar of EKS, newest first. Source: "Amazon EKS Kubernetes release calendar", EKS user guide
 * (https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html): 1.29 to 1.34 read from the
 * guide's source, 1.35 and 1.36 from copies of its table of 2026-08; the release of 1.36 is reckoned back
 * from the 14 months of standard support. Add a version here and in add-on-versions.ts when AWS adds one.
 */
export const CLUSTER_VERSIONS = [
  calendar("1.36", "2026-06-02", "2027-08-02", "2028-08-02"),
  calendar("1.35", "2026-01-27", "2027-03-27", "2028-03-27"),
  calendar("1.34", "2025-10-02", "2026-12-02", "2027-12-02"),
  calendar("1.33", "2025-05-29", "2026-07-29", "2027-07-29"),
  calendar("1.32", "2025-01-23", "2026-03-23", "2027-03-23"),
  calendar("1.31", "2024-09-26", "2025-11-26", "2026-11-26"),
  calendar("1.30", "2024-05-23", "2025-07-23", "2026-07-23"),
  calendar("1.29", "2024-01-23", "2025-03-23", "2026-03-23"),
] as const;
export type ClusterVersionName = (typeof CLUSTER_VERSIONS)[number]["version"];
export const CLUSTER_VERSION_NAMES = CLUSTER_VERSIONS.map(({ version }) => version);

function calendar<Name extends string>(
  version: Name,
  releasedOn: string,
  standardSupportEndsOn: string,
  extendedSupportEndsOn: string,
) {
  return { version, releasedOn, standardSupportEndsOn, extendedSupportEndsOn } satisfies ClusterVersion;
}

export type SupportState = "standard" | "extended" | "ended";

/** @param today YYYY-MM-DD */
export function supportState(version: ClusterVersion, today: string): SupportState {
  if (today >= version.extendedSupportEndsOn) return "ended";
  return today >= version.standardSupportEndsOn ? "extended" : "standard";
}

export function clusterVersion(name: ClusterVersionName): ClusterVersion {
  const found = CLUSTER_VERSIONS.find(({ version }) => version === name);
  if (!found) throw new Error(`Kubernetes ${name} is not in the calendar`);
  return found;
}

/**
 * When standard support of 1.28 ended, the newest version that the calendar leaves out: nothing runs with it
 * any more.
 */
const EARLIER_ENDED_ON = "2024-11-26";

/**
 * The day, in UTC, from which a version's control plane pays the surcharge of extended support.
 * @returns YYYY-MM-DD; undefined for a version newer than the calendar
 */
export function endOfStandardSupport(version: string): string | undefined {
  const minorOf = (name: string) => Number(/^1\.(\d+)/.exec(name)?.[1] ?? Number.NaN);
  const minor = minorOf(version);
  const found = CLUSTER_VERSIONS.find((one) => minorOf(one.version) === minor);
  const oldest = Math.min(...CLUSTER_VERSIONS.map((one) => minorOf(one.version)));
  return found?.standardSupportEndsOn ?? (minor < oldest ? EARLIER_ENDED_ON : undefined);
}

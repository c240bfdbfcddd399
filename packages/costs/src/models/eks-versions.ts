/**
 * When standard support of a Kubernetes version ends on EKS: from that day, 0:00 UTC, the control plane pays the surcharge of
 * extended support. Source: the release calendar of the EKS user guide
 * (https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html), 1.35 and 1.36 from copies of 2026; the day of 1.33 is
 * confirmed by bills. Add a version here when AWS adds one.
 */
const END_OF_STANDARD_SUPPORT: Readonly<Record<string, string>> = {
  "1.23": "2023-10-11",
  "1.24": "2024-01-31",
  "1.25": "2024-05-01",
  "1.26": "2024-06-11",
  "1.27": "2024-07-24",
  "1.28": "2024-11-26",
  "1.29": "2025-03-23",
  "1.30": "2025-07-23",
  "1.31": "2025-11-26",
  "1.32": "2026-03-23",
  "1.33": "2026-07-29",
  "1.34": "2026-12-02",
  "1.35": "2027-03-27",
  "1.36": "2027-08-02",
};

/** YYYY-MM-DD, or undefined for a version newer than the calendar. Versions older than it ended before it began. */
export function endOfStandardSupport(version: string): string | undefined {
  const minor = Number(/^1\.(\d+)/.exec(version)?.[1] ?? Number.NaN);
  return minor < 23 ? "2023-10-11" : END_OF_STANDARD_SUPPORT[`1.${minor}`];
}

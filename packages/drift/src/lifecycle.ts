import type { DriftClass } from "./compare";

/** What is known of an environment. Nothing that was not looked at is ever in sync. */
export const DRIFT_STATES = ["IN_SYNC", "DRIFTED", "NOT_CHECKED"] as const;
export type DriftState = (typeof DRIFT_STATES)[number];

/** Differences that are as they should be: they are shown, and nobody has to do anything about them. */
export const EXPECTED_CLASSES = ["AUTOSCALER", "NOISE"] as const satisfies readonly DriftClass[];
const isExpected = (driftClass: string): boolean => EXPECTED_CLASSES.some((one) => one === driftClass);

/** Whether somebody has to do something about a difference; a rule that has run out hides none. */
export const isOpenDifference = (finding: {
  driftClass: string;
  ignore: { isOver: boolean } | null;
}): boolean => !isExpected(finding.driftClass) && (finding.ignore?.isOver ?? true);

/** @param check the newest that is done, of the environment as it is now */
export function driftState(check: unknown, openFindings: number): DriftState {
  if (!check) return "NOT_CHECKED";
  return openFindings > 0 ? "DRIFTED" : "IN_SYNC";
}

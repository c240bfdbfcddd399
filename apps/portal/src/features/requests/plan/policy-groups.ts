import type { TemplateCheck } from "@greenroom/provisioning/schema";

export type FoundSeverity = Exclude<TemplateCheck["severity"], "PASSED">;

/** Findings of one rule that say the same of several resources of a stack. */
export interface FindingGroup extends Omit<TemplateCheck, "logicalId"> {
  logicalIds: string[];
}

/** How many rules were looked at, and what came of it. */
export function countFindings(checks: readonly TemplateCheck[]) {
  const own = new Set(checks.filter(({ engine }) => engine === undefined).map(({ rule }) => rule));
  const count = (severity: FoundSeverity) => checks.filter((check) => check.severity === severity).length;
  return {
    rules: own.size + checks.reduce((sum, { ruleCount = 0 }) => sum + ruleCount, 0),
    errors: count("ERROR"),
    warnings: count("WARNING"),
    accepted: count("SUPPRESSED"),
  };
}

/**
 * The findings of one severity: by stack in the plan's order (null: the whole plan), within it by what they
 * say.
 */
export function groupFindings(
  stackKeys: readonly string[],
  checks: readonly TemplateCheck[],
  severity: FoundSeverity,
): { stackKey: string | null; findings: FindingGroup[] }[] {
  const found = checks.filter((check) => check.severity === severity);
  const keys = new Set([null, ...stackKeys, ...found.map(({ stackKey }) => stackKey)]);
  return [...keys].flatMap((stackKey) => {
    const findings = sameTogether(found.filter((check) => check.stackKey === stackKey));
    return findings.length > 0 ? [{ stackKey, findings }] : [];
  });
}

function sameTogether(checks: readonly TemplateCheck[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { logicalId, ...check } of checks) {
    const key = JSON.stringify([check.rule, check.message, check.remedy, check.reason]);
    const group = groups.get(key) ?? { ...check, logicalIds: [] };
    if (logicalId !== null) group.logicalIds.push(logicalId);
    groups.set(key, group);
  }
  return [...groups.values()];
}

import type { PolicyReport } from "@greenroom/cloud";
import { verbatim } from "@greenroom/messages";
import type { TemplateCheck } from "../schema";

/** A policy report as lines of the plan: its findings, and per engine how many rules were looked at. */
export function policyChecks({ findings, ruleCounts }: PolicyReport): TemplateCheck[] {
  const counts = (["cdk-nag", "cloudformation-validate"] as const).map(
    (engine): TemplateCheck => ({
      engine,
      rule: engine,
      severity: "PASSED",
      stackKey: null,
      logicalId: null,
      message: null,
      remedy: null,
      ruleCount: ruleCounts[engine],
    }),
  );
  return [
    ...findings.map(({ reason, message, ...finding }) => ({
      ...finding,
      message: verbatim(message),
      ...(reason && { reason }),
    })),
    ...counts,
  ];
}

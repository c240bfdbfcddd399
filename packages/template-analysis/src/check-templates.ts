import type { Message } from "@greenroom/messages";
import type { TemplateResource } from "@greenroom/template";
import { TEMPLATE_RULES } from "./template-rules";

/** One finding of Greenroom's own machine checks, or that a rule found nothing. */
export interface TemplateCheck {
  rule: string;
  severity: "ERROR" | "WARNING" | "PASSED";
  stackKey: string | null;
  logicalId: string | null;
  /** Null when the rule found nothing: its name says what that means. */
  message: Message | null;
  remedy: Message | null;
}

/**
 * Runs every machine check over the templates of a plan. Findings come first to last in the order of the
 * rules; a rule without a finding is listed as PASSED, so that the page shows what was looked at.
 */
export function checkTemplates(stacks: readonly { key: string; template: string }[]): TemplateCheck[] {
  const checked = stacks.map(({ key, template }) => {
    const { Resources = {} } = JSON.parse(template) as { Resources?: Record<string, TemplateResource> };
    return { key, template, resources: Object.entries(Resources) };
  });
  return TEMPLATE_RULES.flatMap(({ rule, check }): TemplateCheck[] => {
    const findings = checked.flatMap((stack) =>
      check(stack).map((finding) => ({ severity: "ERROR" as const, ...finding, rule, stackKey: stack.key })),
    );
    if (findings.length > 0) return findings;
    return [{ rule, severity: "PASSED", stackKey: null, logicalId: null, message: null, remedy: null }];
  });
}

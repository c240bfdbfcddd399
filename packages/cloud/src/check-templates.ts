import type { TemplateResource } from "@greenroom/template";
import type { SynthesizedStack, TemplateCheck } from "./contract";
import { TEMPLATE_RULES } from "./template-rules";

/**
 * Runs every machine check over the templates of a plan. Findings come first to last in the order of the rules; a rule without a
 * finding is listed as PASSED, so that the page shows what was looked at.
 */
export function checkTemplates(
  stacks: readonly Pick<SynthesizedStack, "key" | "template">[],
): TemplateCheck[] {
  const checked = stacks.map(({ key, template }) => {
    const { Resources = {} } = JSON.parse(template) as { Resources?: Record<string, TemplateResource> };
    return { key, template, resources: Object.entries(Resources) };
  });
  return TEMPLATE_RULES.flatMap(({ rule, passed, check }): TemplateCheck[] => {
    const findings = checked.flatMap((stack) =>
      check(stack).map((finding) => ({ severity: "ERROR" as const, ...finding, rule, stackKey: stack.key })),
    );
    if (findings.length > 0) return findings;
    return [{ rule, severity: "PASSED", stackKey: null, logicalId: null, message: passed, remedy: null }];
  });
}

import { type App, CfnElement, Stack } from "aws-cdk-lib";
import { AwsSolutionsChecks, type IApplyRule } from "cdk-nag";
import type { RawFinding } from "./finding";

/**
 * The AwsSolutions pack, which also remembers what each rule says and advises: its report holds only one text
 * for both.
 */
class ObservedChecks extends AwsSolutionsChecks {
  readonly rules = new Map<string, { info: string; explanation: string }>();

  protected override applyRule(params: IApplyRule): void {
    const rule = `${this.packName}-${params.ruleSuffixOverride ?? params.rule.name}`;
    if (!this.rules.has(rule)) this.rules.set(rule, params);
    super.applyRule(params);
  }
}

/**
 * Looks at every resource of the named stacks of an app with cdk-nag's AwsSolutions rules, which judge one
 * resource within its stack. A rule that cannot judge a value which is only known at deployment counts as a
 * finding, with the words it failed with.
 */
export function runCdkNag(
  app: App,
  stackKeys: readonly string[],
): { findings: RawFinding[]; ruleCount: number } {
  const pack = new ObservedChecks(undefined, { verbose: true });
  const violations = stackKeys.flatMap((key) => pack.validateScope(app.node.findChild(key)).violations);
  const elements = new Map(app.node.findAll().map((construct) => [construct.node.path, construct]));
  const findings = violations.flatMap(({ ruleName, description, severity, violatingResources }) => {
    const texts = pack.rules.get(ruleName.replace(/\[.*$/s, ""));
    const isJudged = texts !== undefined && description.startsWith(texts.info);
    return violatingResources.flatMap(({ constructPath }): RawFinding[] => {
      const element = constructPath === undefined ? undefined : elements.get(constructPath);
      if (!CfnElement.isCfnElement(element)) return [];
      const stack = Stack.of(element);
      return [
        {
          engine: "cdk-nag",
          rule: ruleName,
          severity: severity === "error" ? "ERROR" : "WARNING",
          stackKey: stack.node.path,
          logicalId: stack.resolve(element.logicalId) as string,
          message: isJudged ? texts.info : description,
          advice: texts?.explanation ?? null,
        },
      ];
    });
  });
  return { findings, ruleCount: pack.rules.size };
}

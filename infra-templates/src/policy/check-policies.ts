import { bilingual } from "@greenroom/messages";
import type { BlueprintContext } from "../model/blueprint";
import { withApp } from "../synthesis/synthesize-app";
import { acceptedFindings, covers } from "./accept-finding";
import type { PolicyFinding, PolicyReport, PolicyStack } from "./finding";
import { knownException } from "./known-exceptions";
import { remedyOf } from "./remedy";
import { runCdkNag } from "./run-cdk-nag";
import { createTemplateValidator, type TemplateValidator } from "./validate-templates";

let validator: TemplateValidator | undefined;

/** Loads the engines, which takes some seconds; the first check does it otherwise. */
export function loadPolicyEngines(): TemplateValidator {
  validator ??= createTemplateValidator();
  return validator;
}

/**
 * Both engines over these stacks of a plan, which may be some of them, since no rule looks beyond its stack:
 * cdk-nag over the blueprint's constructs, cloudformation-validate over the very templates that would be
 * sent. What was accepted beside a construct is in the report with its reason.
 */
export function checkPolicies(input: {
  blueprint: string;
  spec: unknown;
  context: BlueprintContext;
  stacks: readonly PolicyStack[];
}): PolicyReport {
  const { validate, ruleCount } = loadPolicyEngines();
  const { nag, accepted } = withApp(input.blueprint, input.spec, input.context, (app) => ({
    nag: runCdkNag(
      app,
      input.stacks.map(({ key }) => key),
    ),
    accepted: acceptedFindings(app),
  }));
  const findings = [...nag.findings, ...input.stacks.flatMap(validate)].map((finding): PolicyFinding => {
    const { advice: _, ...shown } = finding;
    const acceptance = accepted.find(
      ({ stackKey, logicalId, rule }) =>
        stackKey === finding.stackKey && logicalId === finding.logicalId && covers(rule, finding.rule),
    );
    const reason = acceptance ? bilingual(acceptance.reason) : knownException(finding);
    const severity = acceptance?.isChoice ? "WARNING" : reason ? "SUPPRESSED" : finding.severity;
    return { ...shown, severity, remedy: acceptance?.remedy ?? remedyOf(finding), reason };
  });
  return {
    findings: findings.sort(byPlace),
    ruleCounts: { "cdk-nag": nag.ruleCount, "cloudformation-validate": ruleCount },
  };
}

function byPlace(a: PolicyFinding, b: PolicyFinding): number {
  const [one, other] = [sortKey(a), sortKey(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

const sortKey = ({ stackKey, logicalId, engine, rule, message }: PolicyFinding): string =>
  JSON.stringify([stackKey, logicalId ?? "", engine, rule, message]);

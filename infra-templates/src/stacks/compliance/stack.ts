import type { Stack } from "aws-cdk-lib";
import * as config from "aws-cdk-lib/aws-config";
import * as securityhub from "aws-cdk-lib/aws-securityhub";
import type { BlueprintContext } from "../../model/blueprint";
import { type ComplianceSpec, hasRecords } from "./model";
import { addRecorder, addRecords, addTrail } from "./records";
import { complianceRules } from "./rules";

/**
 * Config rules for the environment, and what an account has one of, where the requester says that it has none
 * yet.
 */
export function buildCompliance(stack: Stack, spec: ComplianceSpec, context: BlueprintContext): void {
  const { compliance } = spec;
  const records = hasRecords(compliance) ? addRecords(stack, compliance, context) : null;
  const recording = records && compliance.recorder ? addRecorder(stack, records, context) : [];
  if (records && compliance.trail) addTrail(stack, records, context);
  for (const { id, name, source, description, isPeriodic, parameters } of complianceRules(spec)) {
    const rule = new config.CfnConfigRule(stack, id, {
      configRuleName: `${context.environmentName}-${name}`,
      description,
      source: { owner: "AWS", sourceIdentifier: source },
      inputParameters: parameters?.(spec),
      scope: isPeriodic ? undefined : { tagKey: "greenroom:environment", tagValue: context.environmentName },
      maximumExecutionFrequency: isPeriodic ? "TwentyFour_Hours" : undefined,
    });
    // A rule is refused while nothing records.
    for (const needed of recording) rule.addResourceDependency(needed);
  }
  if (compliance.securityHub) {
    new securityhub.CfnHub(stack, "SecurityHub", {
      enableDefaultStandards: true,
      autoEnableControls: true,
      controlFindingGenerator: "SECURITY_CONTROL",
    });
  }
}

import { type App, LegacyStackSynthesizer, Stack, Tags } from "aws-cdk-lib";
import type { BlueprintContext } from "../model/blueprint";

/**
 * An empty stack whose construct id is its key. The legacy synthesizer adds nothing to the template: no
 * bootstrap version parameter, no roles, no asset parameters (our blueprints have no assets).
 */
export function createStack(app: App, key: string, context: BlueprintContext, description: string): Stack {
  const stack = new Stack(app, key, {
    stackName: stackName(context, key),
    env: { account: context.accountId, region: context.region },
    synthesizer: new LegacyStackSynthesizer(),
    analyticsReporting: false,
    description,
  });
  for (const [tag, value] of Object.entries(environmentTags(context))) Tags.of(stack).add(tag, value);
  return stack;
}

/** The name of an environment's stack in its account. */
export function stackName(
  { environmentName }: Pick<BlueprintContext, "environmentName">,
  key: string,
): string {
  return `greenroom-${environmentName}-${key}`;
}

/**
 * Who an environment belongs to and when it ends, on every resource that can carry tags; in the order of
 * their names.
 */
export function environmentTags(context: BlueprintContext): Record<string, string> {
  return {
    "greenroom:cost-centre": context.costCentre,
    "greenroom:environment": context.environmentName,
    "greenroom:expiry": context.expiresOn ?? "never",
    "greenroom:owner": context.ownerEmail,
    "greenroom:request": String(context.requestNumber),
    "greenroom:stage": context.stage,
    "greenroom:team": context.teamSlug,
  };
}

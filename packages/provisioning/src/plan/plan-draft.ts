import { canonicalJson } from "@greenroom/audit";
import { hashSubmission, type SynthesizedStack } from "@greenroom/cloud";
import { listDifferencesToRevert } from "@greenroom/drift";
import { getBlueprint, parseSpec } from "@greenroom/infra-templates/catalog";
import { estimateTemplates } from "@greenroom/pricing";
import type { Estimate } from "@greenroom/pricing/schema";
import { checkTemplates, diffStacks } from "@greenroom/template-analysis";
import type { ProvisioningDeps } from "../deps";
import type { PlannedStack, RemovedStack, ResourceChange, TemplateCheck } from "../schema";
import { computeDigest, sha256 } from "./digest";
import { checkRevert, templateAsFound } from "./plan-revert";
import { policyChecks } from "./policy-checks";
import { requestFacts } from "./request-facts";
import type { DeployedStackRecord, EnvironmentRecord, RunSubject } from "./run-subject";
import { orderOfDeployed } from "./stack-order";

/**
 * A plan in the making. Each part is worked out when it is first asked for and kept; all of it follows from
 * the request and what is deployed, so a worker that goes on after a crash simply asks again.
 */
export interface PlanDraft {
  stacks(): Promise<PlannedStack[]>;
  /** What is deployed and no longer planned. */
  removed(): Promise<RemovedStack[]>;
  changes(): Promise<ResourceChange[]>;
  /** Greenroom's own checks. */
  checks(): Promise<TemplateCheck[]>;
  /** What the policy engines say, accepted findings among it. */
  policies(): Promise<TemplateCheck[]>;
  /** `before`: what runs today; null when nothing does. */
  estimates(): Promise<{ estimate: Estimate; before: Estimate | null }>;
  digest(): Promise<string>;
}

export function createPlanDraft(
  {
    db,
    synthesizer,
    policyChecker,
    stacks: cloud,
    now,
  }: Pick<ProvisioningDeps, "db" | "synthesizer" | "policyChecker" | "stacks" | "now">,
  subject: RunSubject,
): PlanDraft {
  const { request, environment, context } = subject;
  const isDestroy = request.kind === "DESTROY";
  const isRevert = request.kind === "REVERT";
  const keepsTemplates = isDestroy || isRevert;
  const deployed = environment?.stacks ?? [];
  const spec = request.spec as Record<string, unknown>;
  const asked = { blueprint: request.blueprint, spec, context };

  const stacks = once(
    async (): Promise<PlannedStack[]> =>
      (keepsTemplates ? plannedFromDeployed(subject) : await synthesizer.synthesize(asked)).map((stack) =>
        seal(stack, subject, cloud.settingsFor({ ...context, region: stack.region })),
      ),
  );
  const removed = once(async () =>
    keepsTemplates || !environment
      ? []
      : removedFrom(environment, await stacks(), (region) => cloud.settingsFor({ ...context, region })),
  );
  const differences = once(async () =>
    isRevert && environment ? listDifferencesToRevert(db, environment) : [],
  );
  /** What a stack is compared with: what was deployed, or what is there of it. */
  const beforeOf = async (stack: DeployedStackRecord | undefined) => {
    const before = templateOf(stack);
    const found = (await differences()).filter(({ stackKey }) => stackKey === stack?.key);
    return before && isRevert ? templateAsFound(before, found) : before;
  };
  const changes = once(async () => {
    const planned = isDestroy ? [] : await stacks();
    const gone = deployed.filter(({ key }) => !planned.some((stack) => stack.key === key));
    const befores = await Promise.all(
      planned.map((stack) => beforeOf(deployed.find(({ key }) => key === stack.key))),
    );
    return diffStacks([
      ...planned.map(({ template, ...stack }, index) => ({
        ...stack,
        before: befores[index] ?? null,
        after: JSON.parse(template) as object,
      })),
      ...gone.toReversed().map((stack) => ({ ...stack, before: templateOf(stack), after: null })),
    ]);
  });
  const checks = once(async (): Promise<TemplateCheck[]> => {
    if (isRevert) return checkRevert(await changes(), await differences());
    return isDestroy ? [] : checkTemplates(await stacks());
  });
  // The templates of a revert are those that were checked and approved.
  const policies = once(async () =>
    keepsTemplates ? [] : policyChecks(await policyChecker.check({ ...asked, stacks: await stacks() })),
  );
  const estimates = once(async () => {
    const after = isDestroy ? [] : await stacks();
    return {
      estimate: price(after, request.blueprint, spec, now()),
      before: environment && deployed.length > 0 ? priceDeployed(environment, deployed, now()) : null,
    };
  });
  const digest = once(async () => {
    const { estimate, before } = await estimates();
    return computeDigest({
      ...requestFacts(subject),
      stacks: await stacks(),
      removed: await removed(),
      changes: await changes(),
      estimate,
      estimateBefore: before,
      checks: [...(await checks()), ...(await policies())],
    });
  });
  return { stacks, removed, changes, checks, policies, estimates, digest };
}

/** A stack with everything that will be sent for it, and its hash. */
function seal(
  stack: SynthesizedStack,
  { request, context }: RunSubject,
  told: { capabilities: string[]; executionRoleArn: string | null },
): PlannedStack {
  const settings = {
    ...told,
    tags: {
      "greenroom:environment": context.environmentName,
      "greenroom:team": context.teamSlug,
    },
    // A part that was switched off left its log groups and the like behind; a new environment finds nothing
    // of its own.
    importExisting: request.kind === "CHANGE",
    ...(request.kind === "REVERT" && { deploymentMode: "REVERT_DRIFT" as const }),
  };
  const { accountId } = context;
  return { ...stack, settings, submissionHash: hashSubmission({ ...stack, accountId, settings }) };
}

function removedFrom(
  environment: EnvironmentRecord,
  planned: readonly PlannedStack[],
  settingsIn: (region: string) => { executionRoleArn: string | null },
): RemovedStack[] {
  const isGone = ({ key }: { key: string }) => !planned.some((stack) => stack.key === key);
  const gone = environment.stacks.filter(isGone);
  const order = gone.length > 0 ? orderOfDeployed(environment) : [];
  return gone.map(({ key, stackName, region }) => {
    const dependsOn = [...(order.find((one) => one.key === key)?.dependsOn ?? [])];
    return { key, stackName, region, dependsOn, executionRoleArn: settingsIn(region).executionRoleArn };
  });
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

/** What runs of a stack today; null when it was begun and never finished, or never begun. */
function templateOf(stack: DeployedStackRecord | undefined): object | null {
  return stack?.deployedAt ? (stack.template as object) : null;
}

function price(stacks: readonly PlannedStack[], blueprint: string, spec: unknown, now: Date): Estimate {
  return estimateTemplates({
    stacks: stacks.map(({ key, stackName, region, template }) => ({ key, stackName, region, template })),
    usage: stacks.length > 0 ? usageOf(blueprint, spec) : {},
    now,
  });
}

/** A stored spec may be of an older version of the blueprint: its schema fills in what came later. */
function usageOf(blueprint: string, spec: unknown) {
  const model = getBlueprint(blueprint);
  return model.usage(parseSpec(model, spec));
}

function priceDeployed(
  environment: { blueprint: string; spec: unknown },
  deployed: readonly DeployedStackRecord[],
  now: Date,
): Estimate {
  const stacks = deployed
    .filter(({ deployedAt }) => deployedAt !== null)
    .map(({ key, stackName, region, template }) => ({
      key,
      stackName,
      region,
      template: template as object,
    }));
  return estimateTemplates({ stacks, usage: usageOf(environment.blueprint, environment.spec), now });
}

/** A DESTROY names what is there, and a REVERT brings it back. */
function plannedFromDeployed({ environment }: RunSubject): SynthesizedStack[] {
  if (!environment) return [];
  const order = orderOfDeployed(environment);
  return environment.stacks.map(({ key, stackName, region, ...stack }) => {
    // The database keeps the template's value, not its text.
    const template = canonicalJson(stack.template);
    const dependsOn = [...(order.find((one) => one.key === key)?.dependsOn ?? [])];
    return { key, stackName, region, template, templateHash: sha256(template), dependsOn };
  });
}

import type { UsageValue } from "@greenroom/pricing/usage";
import type { Flow } from "../flows/flow";
import { joinUsage, usageOfFlows } from "../flows/flow-usage";
import type {
  BlueprintContext,
  CheckContext,
  Claim,
  DeletionBlock,
  LocalText,
  OutlineStack,
  SpecIssue,
  StackDescription,
} from "./blueprint";
import type { Reach } from "./reaches";

/** Sizes that every stack has settings for; a blueprint's presets are made of them. */
export type Size = "dev" | "staging" | "loadtest" | "prod";

/** The CloudFormation resources of a stack that can cost something, by logical id. */
export type PricedResources = OutlineStack["template"]["Resources"];
/** Logical id → Infracost's usage key → value. */
export type StackUsage = Record<string, Record<string, UsageValue>>;

/**
 * A stack that blueprints are put together from: its browser-safe half, no CDK. `Spec` is the part of a blueprint's spec that the
 * stack reads, such as `{ network: NetworkSettings }`.
 */
export interface StackModel<Spec> {
  /** Key of the stack, and of its settings in the spec. */
  key: string;
  title: LocalText;
  summary: LocalText;
  /** Keys of the stacks it needs; those that are off are left out. */
  dependsOn: readonly string[];
  /** Absent: the stack is always there. A stack that is off is not synthesized. */
  isOn?(spec: Spec): boolean;
  /** Absent: the region of the environment. */
  region?(spec: Spec, context: BlueprintContext): string;
  /** Every resource that can cost something, with the properties a price can depend on. */
  outline(spec: Spec, context: BlueprintContext): PricedResources;
  usage(spec: Spec): StackUsage;
  /** Choices that only the region, the stage or the day can refuse; asked only while the stack is on. */
  issues?(spec: Spec, context: CheckContext): readonly SpecIssue[];
  /** Steps that AWS does not take in one update of the deployed stack; asked only while it is on before and after. */
  changeIssues?(before: Spec, after: Spec): readonly SpecIssue[];
  /** What of it AWS refuses to delete as it is; what is kept when its stack goes is in nobody's way. */
  blocksDeletion?(spec: Spec): readonly DeletionBlock[];
  /** Who gets to what by it: forms say so, and a test walks the way in the templates. */
  reaches?(spec: Spec): readonly Reach[];
  /** What no other environment may have beside it. */
  claims?(spec: Spec, context: Pick<BlueprintContext, "region">): readonly Claim[];
}

/** The stacks of a spec that are on, in the order they are built. */
export function stacksOf<Spec>(models: readonly StackModel<Spec>[], spec: Spec): StackModel<Spec>[] {
  return models.filter((model) => model.isOn?.(spec) ?? true);
}

/**
 * What a blueprint's model says of its stacks, made from the stacks themselves. Figures of data that moves follow from its flows; the
 * stacks give the others.
 */
export function describeStacks<Spec>(models: readonly StackModel<Spec>[], flows: (spec: Spec) => Flow[]) {
  const describe = (described: readonly StackModel<Spec>[]): StackDescription[] => {
    const keys = new Set(described.map(({ key }) => key));
    return described.map(({ key, title, summary, dependsOn }) => ({
      key,
      title,
      summary,
      dependsOn: dependsOn.filter((needed) => keys.has(needed)).sort(),
    }));
  };
  return {
    everyStack: describe(models),
    stacks: (spec: Spec) => describe(stacksOf(models, spec)),
    outline: (spec: Spec, context: BlueprintContext): OutlineStack[] =>
      stacksOf(models, spec).map((model) => ({
        key: model.key,
        region: model.region?.(spec, context) ?? context.region,
        template: { Resources: model.outline(spec, context) },
      })),
    issues: (spec: Spec, context: CheckContext): SpecIssue[] =>
      stacksOf(models, spec).flatMap((model) => model.issues?.(spec, context) ?? []),
    changeIssues: (before: Spec, after: Spec) =>
      stacksOf(stacksOf(models, before), after).flatMap((model) =>
        (model.changeIssues?.(before, after) ?? []).map((issue) => ({ ...issue, stack: model.key })),
      ),
    blocksDeletion: (spec: Spec) =>
      stacksOf(models, spec).flatMap((model) =>
        (model.blocksDeletion?.(spec) ?? []).map((block) => ({ ...block, stack: model.key })),
      ),
    reaches: (spec: Spec): Reach[] => stacksOf(models, spec).flatMap((model) => model.reaches?.(spec) ?? []),
    claims: (spec: Spec, context: Pick<BlueprintContext, "region">): Claim[] =>
      stacksOf(models, spec).flatMap((model) => model.claims?.(spec, context) ?? []),
    flows,
    usage: (spec: Spec) =>
      joinUsage(
        Object.fromEntries(stacksOf(models, spec).map((model) => [model.key, model.usage(spec)])),
        usageOfFlows(flows(spec)),
      ),
  };
}

import type { Flow } from "../flows/flow";
import { joinUsage, usageOfFlows } from "../flows/flow-usage";
import type { BlueprintModel, StackDescription } from "./blueprint";
import { type StackList, stacksOf } from "./stack-list";
import type { StackModel } from "./stack-model";

/** What a blueprint says beside its stacks. */
interface BlueprintContent<Spec>
  extends Pick<BlueprintModel<Spec>, "id" | "version" | "title" | "summary" | "presets"> {
  /** What moves in a month of expected traffic. */
  flows: (spec: Spec) => Flow[];
}

/**
 * A blueprint's model, made from its stacks. Figures of data that moves follow from its flows; the stacks
 * give the others.
 */
export function describeBlueprint<Spec>(
  { stacks: models, settings, specSchema }: StackList<Spec>,
  content: BlueprintContent<Spec>,
): BlueprintModel<Spec> {
  const on = (spec: Spec) => stacksOf(models, spec);
  return {
    ...content,
    specSchema,
    sections: settings.map(({ key, section }) => ({ key, ...section })),
    everyStack: describeStacks(models),
    stacks: (spec) => describeStacks(on(spec)),
    cidrs: (spec) => on(spec).flatMap((model) => model.cidrs?.(spec) ?? []),
    outline: (spec, context) =>
      on(spec).map((model) => ({
        key: model.key,
        region: model.region?.(spec, context) ?? context.region,
        template: { Resources: model.outline(spec, context) },
      })),
    issues: (spec, context) => on(spec).flatMap((model) => model.issues?.(spec, context) ?? []),
    changeIssues: (before, after) =>
      stacksOf(on(before), after).flatMap((model) =>
        (model.changeIssues?.(before, after) ?? []).map((issue) => ({ ...issue, stack: model.key })),
      ),
    blocksDeletion: (spec) =>
      on(spec).flatMap((model) =>
        (model.blocksDeletion?.(spec) ?? []).map((block) => ({ ...block, stack: model.key })),
      ),
    reaches: (spec) => on(spec).flatMap((model) => model.reaches?.(spec) ?? []),
    dashboards: (spec) =>
      on(spec).flatMap((model) => {
        const dashboard = model.dashboard?.(spec);
        return dashboard ? [{ stack: model.key, dashboard }] : [];
      }),
    claims: (spec, context) => on(spec).flatMap((model) => model.claims?.(spec, context) ?? []),
    usage: (spec) =>
      joinUsage(
        Object.fromEntries(on(spec).map((model) => [model.key, model.usage(spec)])),
        usageOfFlows(content.flows(spec)),
      ),
  };
}

function describeStacks<Spec>(described: readonly StackModel<Spec>[]): StackDescription[] {
  const keys = new Set(described.map(({ key }) => key));
  return described.map(({ key, title, summary, dependsOn }) => ({
    key,
    title,
    summary,
    dependsOn: dependsOn.filter((needed) => keys.has(needed)).sort(),
  }));
}

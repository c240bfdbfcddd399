import { z } from "zod";
import { refuse } from "../spec/refuse";
import type { SettingsModel, Size } from "./settings-model";
import type { StackModel } from "./stack-model";

/** Any stack, whatever it reads of a spec. */
type AnyStack = StackModel<never>;

/** The schema of each group of settings, by its key. */
type Shape<Stacks extends readonly AnyStack[], Traffic extends SettingsModel> = {
  [Part in Extract<
    Stacks[number] | { settings: Traffic },
    { settings: SettingsModel }
  > as Part["settings"]["key"]]: Part["settings"]["schema"];
};
type SpecSchema<Stacks extends readonly AnyStack[], Traffic extends SettingsModel> = ReturnType<
  typeof z.strictObject<Shape<Stacks, Traffic>>
>;
type SpecOfStacks<Stacks extends readonly AnyStack[], Traffic extends SettingsModel> = z.output<
  SpecSchema<Stacks, Traffic>
>;

/** The stacks of a blueprint, and what follows from them. */
export interface StackList<Spec, Key extends string = string> {
  /** In the order in which they are built: each after those that it depends on. */
  stacks: readonly StackModel<Spec, Key>[];
  /** In the order of the form. */
  settings: readonly SettingsModel[];
  specSchema: z.ZodType<Spec>;
  /** The spec of a size. */
  specOf(size: Size): Spec;
}

/** The spec of an environment with these stacks. */
export type SpecOf<List extends { specOf(size: Size): unknown }> = ReturnType<List["specOf"]>;

/**
 * What a blueprint is made of: its stacks, in the order in which the form shows their settings, and the
 * traffic that its price is reckoned with.
 * @throws Error when stacks depend on each other in a circle
 */
export function listStacks<
  const Stacks extends readonly AnyStack[],
  const Traffic extends SettingsModel<"traffic">,
>(
  stacks: Stacks & readonly StackModel<SpecOfStacks<Stacks, Traffic>>[],
  traffic: Traffic,
): StackList<SpecOfStacks<Stacks, Traffic>, Stacks[number]["key"]> {
  const models: readonly StackModel<SpecOfStacks<Stacks, Traffic>, Stacks[number]["key"]>[] = stacks;
  const settings = [...models.flatMap((model) => model.settings ?? []), traffic];
  // The type says what Object.fromEntries forgets: which key has which schema.
  const shape = Object.fromEntries(settings.map(({ key, schema }) => [key, schema])) as Shape<
    Stacks,
    Traffic
  >;
  const specSchema = z.strictObject(shape).superRefine((spec, context) => {
    for (const model of stacksOf(models, spec)) {
      for (const { path, message } of model.conflicts?.(spec) ?? []) {
        refuse(context, message, ...path.split("."));
      }
    }
  });
  return {
    stacks: inBuildOrder(models),
    settings,
    specSchema,
    specOf: (size) =>
      specSchema.parse(Object.fromEntries(settings.map(({ key, sizes }) => [key, sizes[size]]))),
  };
}

/** The stacks of a spec that are on, in the order they are built. */
export function stacksOf<Spec, Key extends string>(
  models: readonly StackModel<Spec, Key>[],
  spec: Spec,
): StackModel<Spec, Key>[] {
  return models.filter((model) => model.isOn?.(spec) ?? true);
}

/** Each after those that it depends on, and otherwise in the order given. */
function inBuildOrder<Model extends { key: string; dependsOn: readonly string[] }>(
  models: readonly Model[],
): Model[] {
  const waiting = [...models];
  const ordered: Model[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ dependsOn }) => !waiting.some(({ key }) => dependsOn.includes(key)));
    if (next < 0)
      throw new Error(`These stacks wait for each other: ${waiting.map(({ key }) => key).join(", ")}`);
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}

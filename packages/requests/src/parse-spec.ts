import type { Stage } from "@greenroom/environments/schema";
import {
  type BlueprintModel,
  type CheckContext,
  describeSpecProblems,
} from "@greenroom/infra-templates/catalog";
import { message } from "@greenroom/messages";
import { LIFETIME_LIMIT_DAYS } from "./limits";
import { type Problem, problem, specProblem } from "./problems";

export interface CheckedSpec {
  problems: Problem[];
  /** The spec as the blueprint reads it, and the networks it occupies; empty while there are problems. */
  spec: Record<string, unknown>;
  cidrs: readonly string[];
  /** The form's field that holds a network. */
  fieldOf: (cidr: string) => string;
}

/** Checks a spec with its blueprint's own schema, and against region, stage and day as far as they are filled in. */
export function checkSpec(
  blueprint: BlueprintModel,
  spec: unknown,
  place?: { region: string | undefined; stage: string | undefined; now: Date },
): CheckedSpec {
  const context: CheckContext | undefined =
    place?.region && place.stage
      ? { region: place.region, stage: place.stage, today: place.now.toISOString().slice(0, 10) }
      : undefined;
  const problems = describeSpecProblems(blueprint, spec, context).map(({ field, message }) =>
    specProblem(field, message),
  );
  if (problems.length > 0) return { problems, spec: {}, cidrs: [], fieldOf: () => "spec" };
  const parsed = blueprint.specSchema.parse(spec) as Record<string, unknown>;
  const paths = blueprint.sections.flatMap((section) => section.fields.map((field) => field.path));
  const fieldOf = (cidr: string) => {
    const path = paths.find((candidate) => valueAt(parsed, candidate) === cidr);
    return path === undefined ? "spec" : `spec.${path}`;
  };
  return { problems, spec: parsed, cidrs: blueprint.cidrs(parsed), fieldOf };
}

/** What stands at a dotted path of a spec; undefined when nothing does. */
export function valueAt(spec: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return isObject ? (value as Record<string, unknown>)[key] : undefined;
  }, spec);
}

/** Whether an environment of this stage may live that long; what is not filled in yet is no problem. */
export function checkLifetime(stage: Stage | undefined, days: number | null | undefined): Problem[] {
  if (stage === undefined || days === undefined) return [];
  const limit = LIFETIME_LIMIT_DAYS[stage];
  if (limit === null) return [];
  if (days === null) return [problem("lifetimeDays", message("lifetimeRequired", { stage, limit }))];
  return days > limit ? [problem("lifetimeDays", message("lifetimeLimit", { days, stage, limit }))] : [];
}

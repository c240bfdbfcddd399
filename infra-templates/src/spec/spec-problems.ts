import { AppError } from "@greenroom/errors";
import { excerpt, isSettingKey, type Message, message, type SettingKey } from "@greenroom/messages";
import type { z } from "zod";
import type { BlueprintModel, CheckContext } from "../model/blueprint";

export interface SpecProblem {
  /** Dotted path inside the spec: "network.cidr". */
  field: string;
  message: Message<SettingKey>;
}

/**
 * Reads a spec once: as its blueprint's schema makes it, or what is wrong with it, one problem per field (the
 * first that was found), in the order of the schema. With a context, a spec that the schema takes is also
 * checked against the region, the stage and the day.
 */
export function readSpec<Spec>(
  model: Pick<BlueprintModel<Spec>, "specSchema" | "issues">,
  spec: unknown,
  context?: CheckContext,
):
  | { isValid: true; spec: Spec; problems: readonly [] }
  | { isValid: false; problems: readonly SpecProblem[] } {
  const result = model.specSchema.safeParse(spec, { reportInput: true });
  const problems = result.success
    ? (context ? model.issues(result.data, context) : []).map(({ path, message }) => ({
        field: path,
        message,
      }))
    : result.error.issues.flatMap(problemsOfIssue);
  if (result.success && problems.length === 0) return { isValid: true, spec: result.data, problems: [] };
  const told = new Set<string>();
  return { isValid: false, problems: problems.filter(({ field }) => !told.has(field) && told.add(field)) };
}

/** What is wrong with a spec, as `readSpec` tells it. Empty: it is valid. */
export function describeSpecProblems(
  model: Pick<BlueprintModel, "specSchema" | "issues">,
  spec: unknown,
  context?: CheckContext,
): readonly SpecProblem[] {
  return readSpec(model, spec, context).problems;
}

/**
 * The spec, checked (see `readSpec`). Throws INVALID_INPUT with the first problem; `field` is below "spec"
 * ("spec.network.cidr").
 */
export function parseSpec<Spec>(
  model: Pick<BlueprintModel<Spec>, "specSchema" | "issues">,
  spec: unknown,
  context?: CheckContext,
): Spec {
  const read = readSpec(model, spec, context);
  if (read.isValid) return read.spec;
  const [problem] = read.problems;
  if (!problem) throw new Error("A spec was refused without a problem.");
  throw AppError.of(problem.message, { field: problem.field ? `spec.${problem.field}` : "spec" });
}

function problemsOfIssue(issue: z.core.$ZodIssue): SpecProblem[] {
  const path = issue.path.map(String);
  if (issue.code !== "unrecognized_keys") return [{ field: path.join("."), message: messageOf(issue) }];
  return issue.keys.map((key) => ({
    field: [...path, key.slice(0, 60)].join("."),
    message: message("spec.unknownKey", { value: excerpt(key) }),
  }));
}

function messageOf(issue: Exclude<z.core.$ZodIssue, { code: "unrecognized_keys" }>): Message<SettingKey> {
  const value = excerpt(issue.input);
  switch (issue.code) {
    case "custom": {
      const key = isSettingKey(issue.message) ? issue.message : "spec.invalid";
      // `refuse` gives the values; a check that gives its key alone has a message of the value.
      return { key, values: issue.params ?? { value } };
    }
    case "invalid_type":
      if (issue.input === undefined) return message("spec.missing");
      return message(TYPE_MESSAGES[issue.expected] ?? "spec.invalid", { value });
    case "too_small":
      return message("spec.tooSmall", { value, minimum: Number(issue.minimum) });
    case "too_big":
      return message("spec.tooBig", { value, maximum: Number(issue.maximum) });
    case "invalid_value":
      if (issue.input === undefined) return message("spec.missing");
      return message("spec.choice", { value, choices: issue.values.map(String).join(", ") });
    default:
      return message("spec.invalid", { value });
  }
}

const TYPE_MESSAGES: Record<
  string,
  `spec.type.${"whole" | "number" | "text" | "switch" | "list" | "group"}`
> = {
  int: "spec.type.whole",
  number: "spec.type.number",
  string: "spec.type.text",
  boolean: "spec.type.switch",
  array: "spec.type.list",
  object: "spec.type.group",
};

import { AppError } from "@greenroom/errors";
import { isSettingKey, type SettingKey, say } from "@greenroom/messages";
import type { z } from "zod";
import type { BlueprintModel, CheckContext } from "../model/blueprint";
import type { LocalText } from "../model/local-text";

export interface SpecProblem {
  /** Dotted path inside the spec: "network.cidr". */
  field: string;
  messageKey: SettingKey;
  message: string;
  messageKo: string;
  details: Record<string, string | number | boolean | null>;
}

/** The message in one language, with the values filled in. */
export function specMessage(
  key: SettingKey,
  details: SpecProblem["details"],
  locale: keyof LocalText,
): string {
  return say(locale, { key, values: details });
}

/**
 * What is wrong with a spec, one problem per field (the first that was found), in the order of the schema. Empty: it is valid.
 * With a context, a spec that the schema takes is also checked against the region, the stage and the day.
 */
export function describeSpecProblems(
  model: Pick<BlueprintModel, "specSchema" | "issues">,
  spec: unknown,
  context?: CheckContext,
): SpecProblem[] {
  const result = model.specSchema.safeParse(spec, { reportInput: true });
  const problems = result.success
    ? (context ? model.issues(result.data, context) : []).map(({ path, message, params = {} }) =>
        problemOf(path, message, params),
      )
    : result.error.issues.flatMap(problemsOfIssue);
  const told = new Set<string>();
  return problems.filter(({ field }) => !told.has(field) && told.add(field));
}

/**
 * The spec, checked (see `describeSpecProblems`). Throws INVALID_INPUT with the first problem; `field` is below "spec"
 * ("spec.network.cidr").
 */
export function parseSpec<Spec>(
  model: Pick<BlueprintModel<Spec>, "specSchema" | "issues">,
  spec: unknown,
  context?: CheckContext,
): Spec {
  const [problem] = describeSpecProblems(model as BlueprintModel, spec, context);
  if (!problem) return model.specSchema.parse(spec);
  throw new AppError({
    code: "INVALID_INPUT",
    messageKey: problem.messageKey,
    userMessage: `${problem.field}: ${problem.message}`,
    details: problem.details,
    field: problem.field ? `spec.${problem.field}` : "spec",
  });
}

type Told = [key: SettingKey, details: SpecProblem["details"], subfield?: string];

function problemsOfIssue(issue: z.core.$ZodIssue): SpecProblem[] {
  return tellIssue(issue).map(([messageKey, details, subfield]) =>
    problemOf(
      [...issue.path.map(String), ...(subfield === undefined ? [] : [subfield])].join("."),
      messageKey,
      details,
    ),
  );
}

function problemOf(field: string, messageKey: SettingKey, details: SpecProblem["details"]): SpecProblem {
  return {
    field,
    messageKey,
    message: specMessage(messageKey, details, "en"),
    messageKo: specMessage(messageKey, details, "ko"),
    details,
  };
}

function tellIssue(issue: z.core.$ZodIssue): Told[] {
  const value = shorten(issue.input);
  switch (issue.code) {
    case "custom": {
      const key = isSettingKey(issue.message) ? issue.message : "spec.invalid";
      return [[key, { value, ...(issue.params as SpecProblem["details"] | undefined) }]];
    }
    case "invalid_type":
      if (issue.input === undefined) return [["spec.missing", {}]];
      return [[TYPE_MESSAGES[issue.expected] ?? "spec.invalid", { value }]];
    case "too_small":
      return [["spec.tooSmall", { value, minimum: Number(issue.minimum) }]];
    case "too_big":
      return [["spec.tooBig", { value, maximum: Number(issue.maximum) }]];
    case "invalid_value":
      if (issue.input === undefined) return [["spec.missing", {}]];
      return [["spec.choice", { value, choices: issue.values.map(String).join(", ") }]];
    case "unrecognized_keys":
      return issue.keys.map((key): Told => ["spec.unknownKey", { value: shorten(key) }, key.slice(0, 60)]);
    default:
      return [["spec.invalid", { value }]];
  }
}

const TYPE_MESSAGES: Record<string, SettingKey> = {
  int: "spec.type.whole",
  number: "spec.type.number",
  string: "spec.type.text",
  boolean: "spec.type.switch",
  array: "spec.type.list",
  object: "spec.type.group",
};

/** Input is anybody's: a message shows at most 60 characters of it. */
function shorten(input: unknown): string {
  const text = typeof input === "string" ? input : (JSON.stringify(input) ?? String(input));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

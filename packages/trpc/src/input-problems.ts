import { AppError, codeOf, type ErrorKey, isErrorKey } from "@greenroom/errors";
import { excerpt, type Message, type MessageValues } from "@greenroom/messages";
import type { z } from "zod";

/** Problems that are told of one input: a form has fewer fields, and the rest is somebody's noise. */
const MAX_TOLD = 100;

interface InputProblem {
  /** Dotted path; empty for the input as a whole. */
  field: string;
  message: Message<ErrorKey>;
}

/** Everything that is wrong with an input; the cause of the AppError that tells the first of it. */
export class InputProblems extends Error {
  constructor(
    readonly problems: readonly InputProblem[],
    cause: unknown,
  ) {
    super("The input is not valid.", { cause });
  }
}

/**
 * The issues of a schema as INVALID_INPUT: sentences that name the value and the remedy. @param input what
 * was checked
 */
export function inputError(error: z.ZodError, input: unknown): AppError {
  const problems = error.issues.slice(0, MAX_TOLD).map((issue) => toProblem(issue, input));
  const first = problems[0];
  const cause = new InputProblems(problems, error);
  return AppError.of(first?.message ?? { key: "input.malformed" }, {
    field: first?.field || undefined,
    cause,
  });
}

function toProblem(issue: z.core.$ZodIssue, input: unknown): InputProblem {
  const value = valueAt(input, issue.path);
  const field = issue.path.join(".");
  const [key, more] = keyOf(issue, value);
  return { field, message: { key, values: { value: excerpt(value), field: field || "…", ...more } } };
}

function keyOf(issue: z.core.$ZodIssue, value: unknown): [ErrorKey, MessageValues] {
  if (value === undefined) return ["input.missing", {}];
  if (isErrorKey(issue.message) && codeOf(issue.message) === "INVALID_INPUT") {
    return [
      issue.message,
      issue.code === "custom" ? ((issue.params as MessageValues | undefined) ?? {}) : {},
    ];
  }
  if (issue.code === "invalid_value")
    return ["input.choice", { choices: issue.values.map(String).join(", ") }];
  if (issue.code === "unrecognized_keys") return ["input.unknown", { value: excerpt(issue.keys[0]) }];
  if (issue.code === "invalid_union" && "options" in issue && issue.options?.length)
    return ["input.choice", { choices: issue.options.map(String).join(", ") }];
  return ["fieldInvalid", {}];
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return isObject ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  }, input);
}

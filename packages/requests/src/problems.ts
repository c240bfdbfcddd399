import { AppError, codeOf, type ErrorCode, type ErrorKey, toMessage } from "@greenroom/errors";
import { type Message, say } from "@greenroom/messages";
import type { FormProblem } from "./schema";

type Details = NonNullable<FormProblem["details"]>;

/** A problem with the code under which a command refuses it. */
export interface Problem extends FormProblem {
  code: ErrorCode;
}

/** @param field dotted path of the input it belongs to */
export function problem(messageKey: ErrorKey, field: string, details: Details = {}): Problem {
  const message = say("en", toMessage({ message: "", messageKey, details }));
  return { code: codeOf(messageKey), field, messageKey, message, details };
}

/** A problem that a blueprint's spec says of itself. */
export const specProblem = (code: ErrorCode, path: string, { key, values }: Message): Problem => ({
  code,
  field: path === "" ? "spec" : `spec.${path}`,
  messageKey: key,
  message: say("en", { key, values }),
  details: values as Details,
});

/** The problem as what a command throws. */
export function problemError({ code, field, messageKey, message, details }: Problem): AppError {
  return new AppError({ code, messageKey, userMessage: message, details, field });
}

/** Input is anybody's: a message shows at most 60 characters of it. */
export function shorten(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

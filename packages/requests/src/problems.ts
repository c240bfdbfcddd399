import { AppError, codeOf, type ErrorCode, type ErrorKey } from "@greenroom/errors";
import type { Message } from "@greenroom/messages";
import type { FormProblem } from "./schema";

/** A problem with the code under which a command refuses it. */
export interface Problem extends FormProblem {
  message: Message<ErrorKey>;
  code: ErrorCode;
}

/** @param field dotted path of the input that the message belongs to */
export const problem = (field: string, message: Message<ErrorKey>): Problem => ({
  code: codeOf(message.key),
  field,
  message,
});

/** A problem that a blueprint's spec says of itself. */
export const specProblem = (path: string, message: Message<ErrorKey>): Problem =>
  problem(path === "" ? "spec" : `spec.${path}`, message);

/** The problem as what a command throws. */
export const problemError = ({ message, field }: Problem): AppError => AppError.of(message, { field });

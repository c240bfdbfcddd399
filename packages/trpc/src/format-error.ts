import { AppError, ERROR_CODES, type ErrorCode, fromUnknown } from "@greenroom/errors";
import type { Message } from "@greenroom/messages";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { ZodError } from "zod";
import { InputProblems, inputError } from "./input-problems";

/** What a client learns of an error beside tRPC's own fields; never a cause or a stack. */
export interface ErrorData {
  appCode: ErrorCode;
  /** What is wrong and what to do next, for the reader's language. */
  message: Message;
  /** Dotted path of the input field the message belongs to. */
  field: string | null;
  /** Problems of the input, one per field, when there are several. */
  fieldErrors: { field: string; message: Message }[];
}

/**
 * Wraps whatever a procedure threw into a TRPCError whose cause is an AppError. Routers never catch.
 * @param input what was sent, so that a message can name the value
 */
export function toTrpcError(error: unknown, input?: unknown): TRPCError {
  if (isOfTrpc(error)) return error;
  const appError = toAppError(error, input);
  return new TRPCError({
    code: ERROR_CODES[appError.code].trpc,
    message: appError.message,
    cause: appError,
  });
}

/** The `data` of tRPC's error shape. */
export function formatError(error: TRPCError): ErrorData {
  const appError = toAppError(error);
  const problems = appError.cause instanceof InputProblems ? appError.cause.problems : [];
  return {
    appCode: appError.code,
    message: appError.says,
    field: appError.field ?? null,
    fieldErrors: [...problems],
  };
}

function toAppError(error: unknown, input?: unknown): AppError {
  if (isOfTrpc(error)) {
    if (error.code === "NOT_FOUND") return new AppError("procedureUnknown");
    return new AppError("callRefused", { said: error.message });
  }
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (isBadRequest(error) && cause instanceof SyntaxError)
    return new AppError("input.malformed", undefined, { cause });
  return cause instanceof ZodError && isBadRequest(error) ? inputError(cause, input) : fromUnknown(cause);
}

/**
 * tRPC calls an input that its schema refuses a bad request. What else a schema refuses, an output or a row,
 * is our own fault.
 */
export const isOfInput = (error: unknown): boolean =>
  isBadRequest(error) && error instanceof TRPCError && error.cause instanceof ZodError;

const isBadRequest = (error: unknown): boolean => error instanceof TRPCError && error.code === "BAD_REQUEST";

/**
 * What tRPC itself says about a request: an unknown procedure, a method that does not fit, a batch that
 * cannot be.
 */
const isOfTrpc = (error: unknown): error is TRPCError =>
  error instanceof TRPCError && !error.cause && getHTTPStatusCodeFromError(error) < 500;

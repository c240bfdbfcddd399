import { AppError, ERROR_CODES, type ErrorCode, fromUnknown } from "@greenroom/errors";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

/** What a client learns of an error beside tRPC's own fields; never a cause or a stack. */
export interface ErrorData {
  appCode: ErrorCode;
  /** Key of the message catalogue `errors.*`, with `details` as its values; absent when only `message` says it. */
  messageKey: string | null;
  details: NonNullable<AppError["details"]> | null;
  /** Dotted path of the input field the message belongs to. */
  field: string | null;
  /** Problems of the input, one per field, when there are several. */
  fieldErrors: { field: string; message: string }[];
}

/** Wraps whatever a procedure threw into a TRPCError whose cause is an AppError. Routers never catch. */
export function toTrpcError(error: unknown): TRPCError {
  if (
    error instanceof TRPCError &&
    (error.code === "BAD_REQUEST" || error.code === "NOT_FOUND") &&
    !error.cause
  )
    return error;
  const zodError =
    error instanceof ZodError
      ? error
      : error instanceof TRPCError && error.cause instanceof ZodError
        ? error.cause
        : null;
  const appError = zodError
    ? fromZod(zodError)
    : fromUnknown(error instanceof TRPCError ? (error.cause ?? error) : error);
  return new TRPCError({
    code: ERROR_CODES[appError.code].trpc,
    message: appError.userMessage,
    cause: appError,
  });
}

/** The `data` of tRPC's error shape. */
export function formatError(error: TRPCError): ErrorData {
  const zodError = error.cause instanceof ZodError ? error.cause : zodCauseOf(error.cause);
  const appError = zodError ? fromZod(zodError) : fromUnknown(error.cause ?? error);
  return {
    appCode: appError.code,
    messageKey: appError.messageKey ?? null,
    details: appError.details ?? null,
    field: appError.field ?? null,
    fieldErrors:
      zodError?.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })) ?? [],
  };
}

function zodCauseOf(error: unknown): ZodError | null {
  return error instanceof AppError && error.cause instanceof ZodError ? error.cause : null;
}

function fromZod(error: ZodError): AppError {
  const first = error.issues[0];
  const field = first?.path.join(".");
  return new AppError({
    code: "INVALID_INPUT",
    userMessage: field ? `${field}: ${first?.message}` : (first?.message ?? "The input is not valid."),
    field,
    cause: error,
  });
}

import { ERROR_CODES, type ErrorCode } from "./error-codes";
import type { WordingDetails } from "./wording";

/** Survives two copies of this module in one process, where `instanceof` would not. */
const BRAND = Symbol.for("greenroom.AppError");

export interface AppErrorInput {
  code: ErrorCode;
  /**
   * A message of the catalogue `errors.*` with the values that fill it, so that the page can say it in the reader's language.
   * `userMessage` is the same in English, for logs, audit and clients without a catalogue.
   */
  userMessage: string;
  messageKey?: string;
  /** Values of the message and facts that help the reader; never a secret. */
  details?: WordingDetails;
  /** The input field the message belongs to, as a dotted path ("spec.network.cidr"). */
  field?: string;
  cause?: unknown;
}

/** The one error that people are shown: what is wrong, with the value, and what to do next. */
export class AppError extends Error {
  readonly [BRAND] = true;
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly messageKey?: string;
  readonly details?: AppErrorInput["details"];
  readonly field?: string;

  constructor(input: AppErrorInput) {
    super(input.userMessage, { cause: input.cause });
    this.name = "AppError";
    this.code = input.code;
    this.userMessage = input.userMessage;
    this.messageKey = input.messageKey;
    this.details = input.details;
    this.field = input.field;
  }

  /** Whether the same call may succeed later without any change. */
  get isRetryable(): boolean {
    return ERROR_CODES[this.code].isRetryable;
  }
}

/** Recognises an AppError by its brand. */
export function isAppError(error: unknown): error is AppError {
  return typeof error === "object" && error !== null && BRAND in error;
}

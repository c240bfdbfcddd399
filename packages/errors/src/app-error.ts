import { type Message, type MessageValues, say, type ValuesOf } from "@greenroom/messages";
import { ERROR_CODES, type ErrorCode } from "./error-codes";
import { codeOf, type ErrorKey } from "./error-keys";

/** Survives two copies of this module in one process, where `instanceof` would not. */
const BRAND = Symbol.for("greenroom.AppError");

interface ErrorOptions {
  /** The input field the message belongs to, as a dotted path ("spec.network.cidr"). */
  field?: string;
  cause?: unknown;
}
type ErrorArgs<Key extends ErrorKey> = keyof ValuesOf<Key> extends never
  ? [key: Key, values?: undefined, options?: ErrorOptions]
  : [key: Key, values: ValuesOf<Key>, options?: ErrorOptions];

/**
 * The one error that people are shown: what is wrong, with the value, and what to do next. `says` is for the
 * reader's language; `message` is the same in English, for logs. Its code stands in ERROR_KEYS. No secret is
 * among its values.
 */
class ErrorWithMessage extends Error {
  readonly [BRAND] = true;
  readonly code: ErrorCode;
  readonly says: Message<ErrorKey>;
  readonly field?: string;

  constructor(key: ErrorKey, values?: MessageValues, { field, cause }: ErrorOptions = {}) {
    const says = { key, ...(values && { values }) };
    super(say("en", says), { cause });
    this.name = "AppError";
    this.code = codeOf(key);
    this.says = says;
    this.field = field;
  }

  /** The error that says a message which was made before. */
  static of({ key, values }: Message<ErrorKey>, options?: ErrorOptions): AppError {
    return new ErrorWithMessage(key, values, options);
  }

  /** Whether the same call may succeed later without any change. */
  get isRetryable(): boolean {
    return ERROR_CODES[this.code].isRetryable;
  }
}

interface AppErrorConstructor {
  new <Key extends ErrorKey>(...args: ErrorArgs<Key>): AppError;
  of: typeof ErrorWithMessage.of;
}

export type AppError = ErrorWithMessage;
/**
 * The compiler holds the values to the key. The error itself is of no special key: where one is thrown or
 * returned, the compiler would otherwise read the texts of all keys.
 */
export const AppError = ErrorWithMessage as AppErrorConstructor;

/** Recognises an AppError by its brand. */
export function isAppError(error: unknown): error is AppError {
  return typeof error === "object" && error !== null && BRAND in error;
}

import { AppError, isAppError } from "@greenroom/errors";

/** What the SDK throws: a service exception with AWS's code as its name, or a socket's error. */
interface SdkError {
  name: string;
  message: string;
  code?: string;
  $metadata?: { httpStatusCode?: number; requestId?: string };
}

const THROTTLED =
  /^(Throttl(ing|ed)(Exception)?|TooManyRequestsException|RequestLimitExceeded|SlowDown|BandwidthLimitExceeded)$/;
const AWAY_NAME =
  /^(TimeoutError|RequestTimeout(Exception)?|ServiceUnavailable(Exception)?|InternalFailure|InternalError)$/;
const AWAY_CODE =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_\w+)$/;
/**
 * The credentials are at fault: nothing a requester can do, and trying again later may help when they are
 * renewed.
 */
const SIGN_IN =
  /^(ExpiredToken(Exception)?|CredentialsProviderError|UnrecognizedClientException|InvalidClientTokenId)$/;

function read(error: unknown): SdkError {
  const { name, message, code, $metadata } = (error ?? {}) as Partial<SdkError>;
  // A refused connection to a name with several addresses is an AggregateError without a message.
  return { name: name ?? "Error", message: message || code || name || String(error), code, $metadata };
}

/** Whether AWS said that the stack, or the change set, is not there. */
export function isNotThere(error: unknown): boolean {
  const { name, message } = read(error);
  if (name === "ChangeSetNotFound" || name === "ChangeSetNotFoundException") return true;
  return name === "ValidationError" && /^Stack\b.*\bdoes not exist/i.test(message);
}

/**
 * Whether a repeat of what we did before is refused because it is done: the outcome is to be looked at, not
 * sent again.
 */
export function isRepeat(error: unknown): boolean {
  return /^(AlreadyExists|TokenAlreadyExists)(Exception)?$/.test(read(error).name);
}

/**
 * The AppError of whatever the SDK threw. CLOUD_UNAVAILABLE when a later try may do (`cloud.throttled` or
 * `cloud.away`), CLOUD_REFUSED with AWS's own words otherwise.
 */
export function mapError(error: unknown, operation: string): AppError {
  if (isAppError(error)) return error;
  const { name, message, code, $metadata } = read(error);
  const values = { operation, awsMessage: message.slice(0, 1000) };
  // The SDK's own error carries the whole exchange, with the session token in its headers: it must not reach
  // a log.
  const cause = new Error(`${message} (request ${$metadata?.requestId ?? "unknown"})`);
  cause.name = name;
  if (THROTTLED.test(name)) return new AppError("cloud.throttled", values, { cause });
  const isAway =
    AWAY_NAME.test(name) || (code && AWAY_CODE.test(code)) || ($metadata?.httpStatusCode ?? 0) >= 500;
  if (isAway) return new AppError("cloud.away", values, { cause });
  if (SIGN_IN.test(name)) return new AppError("cloud.signIn", { awsMessage: values.awsMessage }, { cause });
  return new AppError("cloud.refused", values, { cause });
}

/** AWS's own code for what it refused, such as AccessDenied; null for an error that is not AWS's. */
export const awsCodeOf = (error: AppError): string | null =>
  error.says.key.startsWith("cloud.") && error.cause instanceof Error ? error.cause.name : null;

/** What AWS itself said, without Greenroom's words around it. */
export const awsMessageOf = ({ says, message }: AppError): string =>
  String(says.values?.awsMessage ?? message);

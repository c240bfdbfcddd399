import { AppError, fillMessage, INPUT_MESSAGES, type InputMessageKey } from "@greenroom/errors";
import { MAX_STREAMS } from "./limits";

/** A closed tab is noticed within seconds. */
const STREAM_RETRY_SECONDS = 5;

/** INVALID_INPUT in the words of INPUT_MESSAGES. */
export function refusal(
  messageKey: InputMessageKey,
  details: Record<string, string | number> = {},
  cause?: unknown,
): AppError {
  const userMessage = fillMessage(INPUT_MESSAGES[messageKey], details);
  return new AppError({ code: "INVALID_INPUT", messageKey, userMessage, details, cause });
}

/** What somebody is told who never signed in, or whose session has ended while they were at it. */
export const notSignedIn = (): AppError =>
  new AppError({
    code: "UNAUTHENTICATED",
    messageKey: "unauthenticated",
    userMessage: "You are not signed in. Sign in and try again.",
  });

/** RATE_LIMITED; `details.seconds` says when to try again. */
export const tooFast = (seconds: number): AppError =>
  new AppError({
    code: "RATE_LIMITED",
    messageKey: "tooFast",
    userMessage: `That was too much in a short time. Try again in ${seconds} s.`,
    details: { seconds },
  });

export const tooManyStreams = (): AppError =>
  new AppError({
    code: "RATE_LIMITED",
    messageKey: "tooManyStreams",
    userMessage: `You follow ${MAX_STREAMS} runs at once, the most that one person may. Close one of their pages, then try again.`,
    details: { limit: MAX_STREAMS, seconds: STREAM_RETRY_SECONDS },
  });

import { type Message, message, verbatim } from "@greenroom/messages";

/** What a value that is set may fail to be, as its cause ends. */
const FAILURES = {
  number: " is no number",
  quantity: " is less than 0",
  flag: " is neither true nor false",
} as const;
type Failure = keyof typeof FAILURES;

/** Longest part of a value that is shown. */
const MAX_SHOWN = 60;

/** The cause for a value that cannot be read: `"abc" is no number`. */
export function unreadableCause(value: unknown, expected: Failure): string {
  const text = JSON.stringify(value);
  return `${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}${FAILURES[expected]}`;
}

/**
 * Whether what a value comes from is the value itself, which cannot be read, rather than something that
 * deployment tells.
 */
export function isUnreadable(cause: string): boolean {
  return failureOf(cause) !== undefined;
}

/** What such a cause says. */
export function unreadableMessage(cause: string): Message {
  const failure = failureOf(cause);
  if (!failure) return verbatim(cause);
  return message(`pricing.unreadable.${failure}`, { value: cause.slice(0, -FAILURES[failure].length) });
}

function failureOf(cause: string): Failure | undefined {
  return Object.keys(FAILURES)
    .filter((failure): failure is Failure => failure in FAILURES)
    .find((failure) => cause.endsWith(FAILURES[failure]));
}

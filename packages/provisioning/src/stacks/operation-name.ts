/**
 * The name of the change set, and the client tokens, of one stack in one run: a repeat after a crash finds
 * the first one by them.
 */
export const operationName = (
  runId: string,
  stackKey: string,
  what: "" | "execute" | "delete" | "cancel" | "clean" | "roll-back" = "",
): string => ["gr", runId, stackKey, what].filter(Boolean).join("-");

/** Whether a token belongs to an operation of Greenroom. */
export const isOurToken = (token: string | null): boolean => token?.startsWith("gr-") ?? false;

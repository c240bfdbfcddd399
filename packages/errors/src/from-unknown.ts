import { AppError, isAppError } from "./app-error";
import { databaseTroubleOf } from "./database-trouble";

const DATABASE_WORDS = {
  AWAY: {
    messageKey: "databaseUnavailable",
    userMessage:
      "Greenroom cannot reach its database right now. Nothing was lost; try again in a few seconds.",
  },
  BUSY: {
    messageKey: "databaseBusy",
    userMessage:
      "Greenroom's database is busy and did not take this in time. Nothing was changed; try again in a few seconds.",
  },
} as const;

/**
 * Turns whatever was thrown into an AppError. An AppError passes through; a database that is away or busy becomes
 * DATABASE_UNAVAILABLE (503, try again); everything else is INTERNAL and keeps its cause for the log only.
 */
export function fromUnknown(error: unknown): AppError {
  for (let e: unknown = error, depth = 0; e && depth < 5; e = (e as { cause?: unknown }).cause, depth++) {
    if (isAppError(e)) return e;
  }
  const trouble = databaseTroubleOf(error);
  if (trouble)
    return new AppError({ code: "DATABASE_UNAVAILABLE", ...DATABASE_WORDS[trouble], cause: error });
  return new AppError({
    code: "INTERNAL",
    messageKey: "internal",
    userMessage:
      "Something went wrong inside Greenroom. Try again; if it happens again, tell the platform team the time it happened.",
    cause: error,
  });
}

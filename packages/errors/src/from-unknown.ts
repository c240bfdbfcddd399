import { AppError, isAppError } from "./app-error";
import { databaseTroubleOf } from "./database-trouble";

const DATABASE_TROUBLES = { AWAY: "databaseUnavailable", BUSY: "databaseBusy" } as const;

/**
 * Turns whatever was thrown into an AppError. An AppError passes through; a database that is away or busy
 * becomes DATABASE_UNAVAILABLE (503, try again); everything else is INTERNAL and keeps its cause for the log
 * only.
 */
export function fromUnknown(error: unknown): AppError {
  for (let e: unknown = error, depth = 0; e && depth < 5; e = (e as { cause?: unknown }).cause, depth++) {
    if (isAppError(e)) return e;
  }
  const trouble = databaseTroubleOf(error);
  if (trouble) return new AppError(DATABASE_TROUBLES[trouble], undefined, { cause: error });
  return new AppError("internal", undefined, { cause: error });
}

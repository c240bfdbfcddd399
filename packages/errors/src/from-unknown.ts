import { AppError, isAppError } from "./app-error";

/** Prisma (P1xxx), node-postgres and socket codes that mean "the database is not there right now". */
const DATABASE_AWAY = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "57P01",
  "57P03",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
]);
const DATABASE_AWAY_TEXT =
  /can't reach database|connection (terminated|refused|closed)|ECONNREFUSED|the database system is (starting up|shutting down)|server has closed the connection|Connection ended|query read timeout|timeout (expired|exceeded when trying to connect)|statement timeout|unable to start a transaction in the given time|client (was closed|has encountered a connection error)/i;

/**
 * Turns whatever was thrown into an AppError. An AppError passes through; a lost database becomes DATABASE_UNAVAILABLE
 * (503, try again); everything else is INTERNAL and keeps its cause for the log only.
 */
export function fromUnknown(error: unknown): AppError {
  for (let e: unknown = error, depth = 0; e && depth < 5; e = (e as { cause?: unknown }).cause, depth++) {
    if (isAppError(e)) return e;
  }
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (
    (typeof code === "string" && DATABASE_AWAY.has(code)) ||
    DATABASE_AWAY_TEXT.test(String(message ?? ""))
  ) {
    return new AppError({
      code: "DATABASE_UNAVAILABLE",
      messageKey: "databaseUnavailable",
      userMessage:
        "Greenroom cannot reach its database right now. Nothing was lost; try again in a few seconds.",
      cause: error,
    });
  }
  return new AppError({
    code: "INTERNAL",
    messageKey: "internal",
    userMessage:
      "Something went wrong inside Greenroom. Try again; if it happens again, tell the platform team the time it happened.",
    cause: error,
  });
}

import { type Logger as PinoLogger, pino } from "pino";

export type Logger = PinoLogger;

/** Keys whose values never reach a log, at any of the first three levels of an object. */
const SECRET_KEYS = [
  "password",
  "secret",
  "token",
  "authorization",
  "cookie",
  "accessKeyId",
  "secretAccessKey",
  "sessionToken",
  "connectionString",
  "databaseUrl",
  "redisUrl",
  "clientSecret",
];
const REDACTED_PATHS = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** A URL with a password in it, as Postgres and Redis addresses have. */
const URL_PASSWORD = /(\w+:\/\/[^\s:/@]+:)[^\s@/]+@/g;

/**
 * A structured logger (JSON lines on stdout) that redacts secrets by key and passwords inside addresses.
 * @param name the process or part that logs; `level` is one of pino's.
 */
export function createLogger(name: string, level = "info"): Logger {
  return pino({
    name,
    level,
    redact: { paths: REDACTED_PATHS, censor: "[redacted]" },
    serializers: { err: (error: Error) => redactUrls(pino.stdSerializers.err(error)) },
  });
}

function redactUrls<Serialized extends { message?: string; stack?: string }>(error: Serialized): Serialized {
  return {
    ...error,
    message: error.message?.replace(URL_PASSWORD, "$1[redacted]@"),
    stack: error.stack?.replace(URL_PASSWORD, "$1[redacted]@"),
  };
}

/** AWAY: the server is not there, or not for us. BUSY: it is there, and asks for the same work once more. */
export type DatabaseTrouble = "AWAY" | "BUSY";

/**
 * What a SQLSTATE means for whoever sent the statement, by its class (two characters) or, where a class is of
 * both kinds, by the whole code, which counts more (PostgreSQL 18, appendix A:
 * https://www.postgresql.org/docs/current/errcodes-appendix.html). In all of them nothing is wrong with the
 * statement: it may be sent again, once it is known whether the first one was carried out.
 */
const SQLSTATES: Readonly<Record<string, DatabaseTrouble>> = {
  /** Connection exceptions. */
  "08": "AWAY",
  /**
   * Operator intervention: a backend ended by an administrator, shut down, crashed, starting, in recovery.
   */
  "57": "AWAY",
  /** System errors outside Postgres, such as a disk that does not answer. */
  "58": "AWAY",
  /** The session waited too long in its transaction (idle, or as a whole) and was ended. */
  "25P03": "AWAY",
  "25P04": "AWAY",
  /** A server that only reads for now: a standby that is about to take over. */
  "25006": "AWAY",
  /** Transaction rollback: serialization failure, deadlock. */
  "40": "BUSY",
  /** Insufficient resources: connections, memory, disk. */
  "53": "BUSY",
  /** A statement that took too long was cancelled. */
  "57014": "BUSY",
  /** A lock was not given in time. */
  "55P03": "BUSY",
};

/**
 * Codes of Prisma (P1xxx: the server; P2024 its pool; P2028, P2034, P2037 transactions and connections) and
 * of sockets.
 */
const OTHER_CODES: Readonly<Record<string, DatabaseTrouble>> = {
  P1001: "AWAY",
  P1002: "AWAY",
  P1008: "AWAY",
  P1017: "AWAY",
  P2024: "BUSY",
  P2028: "BUSY",
  P2034: "BUSY",
  P2037: "BUSY",
  ECONNREFUSED: "AWAY",
  ECONNRESET: "AWAY",
  ETIMEDOUT: "AWAY",
  EPIPE: "AWAY",
};

/** What drivers and pools say in words only. */
const AWAY_TEXT =
  /can't reach database|connection (terminated|refused|closed)|terminating connection|ECONNREFUSED|the database system is|server has closed the connection|Connection ended|query read timeout|timeout (expired|exceeded when trying to connect)|client (was closed|has encountered a connection error)/i;
const BUSY_TEXT =
  /statement timeout|lock timeout|too many (clients|connections)|connection slots are reserved|unable to start a transaction in the given time|transaction (already closed|not found)|deadlock detected|could not serialize access|write conflict/i;

/** Prisma writes the SQLSTATE of a raw query into its message. */
const CODE_IN_TEXT = /\bCode: `([0-9A-Z]{5})`/;
/** Where wrappers keep what they wrap. */
const WRAPPINGS = ["cause", "meta", "driverAdapterError", "originalError", "error", "errors"] as const;
const MAX_WRAPPINGS = 40;

/**
 * Whether an error means that the database is away or busy: by the SQLSTATE wherever it stands (node-postgres
 * gives it as `code`, Prisma wraps it in causes, in `meta` and in its message), else by the codes and words
 * of drivers. Null for any other error.
 */
export function databaseTroubleOf(error: unknown): DatabaseTrouble | null {
  const layers = unwrap(error);
  return byCode(layers) ?? byWords(layers);
}

function byCode(layers: readonly object[]): DatabaseTrouble | null {
  for (const layer of layers) {
    for (const code of codesOf(layer)) {
      const trouble = OTHER_CODES[code] ?? SQLSTATES[code] ?? SQLSTATES[code.slice(0, 2)];
      if (trouble && (Object.hasOwn(OTHER_CODES, code) || /^[0-9A-Z]{5}$/.test(code))) return trouble;
    }
  }
  return null;
}

function codesOf(layer: object): string[] {
  const { code, originalCode, message } = layer as Record<string, unknown>;
  const inText = CODE_IN_TEXT.exec(typeof message === "string" ? message : "")?.[1];
  return [originalCode, inText, code].filter((value) => typeof value === "string");
}

function byWords(layers: readonly object[]): DatabaseTrouble | null {
  for (const layer of layers) {
    const { message } = layer as { message?: unknown };
    if (typeof message !== "string") continue;
    if (BUSY_TEXT.test(message)) return "BUSY";
    if (AWAY_TEXT.test(message)) return "AWAY";
  }
  return null;
}

/** An error and everything that it wraps, outermost first. */
function unwrap(error: unknown): object[] {
  const layers: object[] = [];
  const rest = [error];
  while (rest.length > 0 && layers.length < MAX_WRAPPINGS) {
    const layer = rest.shift();
    if (typeof layer !== "object" || layer === null || layers.includes(layer)) continue;
    layers.push(layer);
    if (Array.isArray(layer)) rest.push(...layer.slice(0, MAX_WRAPPINGS));
    else rest.push(...WRAPPINGS.map((key) => (layer as Record<string, unknown>)[key]));
  }
  return layers;
}

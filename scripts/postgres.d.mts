export interface PostgresOptions {
  /** Made when absent; its log, password and owner lie beside it. */
  dataDir: string;
  /** Any free one when absent. */
  port?: number;
  logFile?: string;
  /** Server settings beside ours, e.g. {fsync: "off"} for a throw-away server. */
  settings?: Record<string, string>;
}

export interface PostgresServer {
  /** Connection address of the database `greenroom` as its owner. */
  url: string;
  /** The same as the role of the portal and the workers, which the migrations make. */
  applicationUrl: string;
  /** Undefined when the server is not ours. */
  pid: number | undefined;
  description: string;
  /** Settles with the reason when our server ends; never for a foreign one. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

/** DATABASE_URL (and DATABASE_OWNER_URL) when given, and nothing is started; else our own server. */
export function obtainPostgres(
  options: PostgresOptions & { databaseUrl?: string; ownerUrl?: string },
): Promise<PostgresServer>;

/** Starts our own server on a free port of 127.0.0.1. */
export function startPostgres(options: PostgresOptions): Promise<PostgresServer>;

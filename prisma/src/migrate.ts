import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runMigrations } from "bullmq";
import pg from "pg";
import { grantApplication } from "./grant-application";
import { lockSession, unlockSession } from "./session-locks";

const LOCK_TIMEOUT = "60s";
const FOLDER = path.join(import.meta.dirname, "../migrations");

/** Prisma's table, so that `prisma migrate status` and `migrate dev` agree with what this runner did. */
const CREATE_HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface AppliedMigration {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Brings a database up to date with `prisma/migrations`, each migration in a transaction of its own. Safe to
 * run from several processes at once: one works, the others wait and find nothing to do. Needs no Prisma
 * engine.
 *
 * @param ownerUrl the database, which must exist, as the role that owns its tables
 * @param log told of each applied migration
 * @param options.withQueue also lays out BullMQ's tables (schema `bullmq`); not needed when the queue is on
 * Redis
 * @param options.applicationUrl the same database as the portal and the workers sign in to it: their role is
 * given its rights
 * @returns names of the migrations that were applied
 * @throws when an applied migration was edited afterwards, or one that another tool began was never finished
 */
export async function migrate(
  ownerUrl: string,
  log: (line: string) => void = () => {},
  { withQueue = true, applicationUrl }: { withQueue?: boolean; applicationUrl?: string } = {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`);
    await lockSession(client, "migration");
    const applied = await applyPending(client, log);
    if (withQueue) await runMigrations(client);
    if (applicationUrl) await grantApplication(client, applicationUrl);
    await unlockSession(client, "migration");
    return applied;
  } finally {
    await client.end();
  }
}

async function applyPending(client: pg.Client, log: (line: string) => void): Promise<string[]> {
  await client.query(CREATE_HISTORY);
  const history = await client.query<AppliedMigration>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const done = new Map(history.rows.map((row) => [row.migration_name, row]));
  const names: string[] = [];
  for (const migration of readMigrations()) {
    const row = done.get(migration.name);
    if (row) {
      assertUntouched(row, migration);
      continue;
    }
    await apply(client, migration);
    log(`applied migration ${migration.name}`);
    names.push(migration.name);
  }
  return names;
}

function readMigrations(): Migration[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => existsSync(path.join(FOLDER, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(FOLDER, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

function assertUntouched(row: AppliedMigration, migration: Migration): void {
  if (!row.finished_at) {
    throw new Error(
      `Migration ${migration.name} was begun by another tool and never finished: look at the database, then run "node scripts/prisma.mjs migrate resolve".`,
    );
  }
  if (row.checksum !== migration.checksum) {
    throw new Error(
      `Migration ${migration.name} was changed after it had been applied here: restore the file, and put the change into a new migration.`,
    );
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Migration ${migration.name} failed and was undone: ${reason}`, { cause: error });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { DATABASE_URL: applicationUrl, DATABASE_OWNER_URL: ownerUrl = applicationUrl } = process.env;
  if (!ownerUrl) {
    console.error("DATABASE_OWNER_URL is not set, nor is DATABASE_URL: give the database to migrate.");
    process.exit(1);
  }
  const applied = await migrate(ownerUrl, console.log, { withQueue: !process.env.REDIS_URL, applicationUrl });
  console.log(applied.length ? `${applied.length} migrations applied.` : "The database is up to date.");
}

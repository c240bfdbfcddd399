import pg from "pg";

/**
 * Tables that only grow: the application adds rows and reads them, and can neither change nor take out one.
 */
export const APPEND_ONLY_TABLES = ["AuditEvent", "AuditCheckpoint"] as const;
/** Of who may change the database's layout, which concerns nobody but the owner. */
const OWNERS_TABLES = ["_prisma_migrations"];
/** Postgres' word for a wrong password, and for a role that does not exist. */
const CANNOT_SIGN_IN = new Set(["28P01", "28000"]);

/**
 * Gives the role of `applicationUrl` what the portal and the workers need and nothing else: rows, but no
 * table, trigger or role can be changed, and no row of the audit trail. Makes the role, with that address'
 * password, when it cannot sign in. Done after every migration, since new tables are nobody's but the
 * owner's. Does nothing when it is the owner's own role.
 *
 * @param owner connected as the owner of the tables
 * @throws when the role is not there and the owner may not make it
 */
export async function grantApplication(owner: pg.Client, applicationUrl: string): Promise<void> {
  const application = new URL(applicationUrl);
  const role = decodeURIComponent(application.username);
  const { rows } = await owner.query<{ owner: string }>("SELECT current_user AS owner");
  if (!role || rows[0]?.owner === role) return;
  if (!(await canSignIn(applicationUrl)))
    await makeRole(owner, role, decodeURIComponent(application.password));
  await owner.query("BEGIN");
  try {
    for (const statement of await grantsFor(owner, role)) await owner.query(statement);
    await owner.query("COMMIT");
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (CANNOT_SIGN_IN.has((error as { code?: string }).code ?? "")) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Asks first whether it may: a server writes a statement that it refuses, with the password in it, to its
 * log.
 */
async function makeRole(owner: pg.Client, role: string, password: string): Promise<void> {
  const { rows } = await owner.query<{ may: boolean }>(
    "SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user",
  );
  if (!rows[0]?.may) {
    throw new Error(
      `The database role "${role}" of DATABASE_URL cannot sign in, and the role of DATABASE_OWNER_URL may not make it. ` +
        `Make it yourself: CREATE ROLE "${role}" LOGIN PASSWORD '…', or correct the password.`,
    );
  }
  const name = pg.escapeIdentifier(role);
  const exists = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  const rights = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION";
  await owner.query(
    `${exists.rowCount ? "ALTER" : "CREATE"} ROLE ${name} ${exists.rowCount ? "" : rights} PASSWORD ${pg.escapeLiteral(password)}`,
  );
}

async function grantsFor(owner: pg.Client, role: string): Promise<string[]> {
  const name = pg.escapeIdentifier(role);
  const { rows } = await owner.query<{ database: string; hasQueue: boolean }>(
    `SELECT current_database() AS database, to_regnamespace('bullmq') IS NOT NULL AS "hasQueue"`,
  );
  const database = pg.escapeIdentifier(rows[0]?.database ?? "");
  const schemas = rows[0]?.hasQueue ? ["public", "bullmq"] : ["public"];
  const append = APPEND_ONLY_TABLES.map((table) => `"${table}"`).join(", ");
  const hidden = OWNERS_TABLES.map((table) => `"${table}"`).join(", ");
  return [
    // Temporary tables are layout, too.
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${database} TO ${name}`,
    ...schemas.flatMap((schema) => [
      `REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC, ${name}`,
      `GRANT USAGE ON SCHEMA ${schema} TO ${name}`,
      `REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM PUBLIC, ${name}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${name}`,
      `GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${name}`,
    ]),
    `REVOKE UPDATE, DELETE ON ${append} FROM ${name}`,
    `REVOKE ALL ON ${hidden} FROM ${name}`,
    // BullMQ reads at its start which layout it finds.
    ...(schemas.length > 1 ? [`REVOKE INSERT, UPDATE, DELETE ON bullmq.migration FROM ${name}`] : []),
  ];
}

import pg from "pg";

/** The same database as another role. */
export function asRole(databaseUrl: string, { role, password }: { role: string; password: string }): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

/**
 * Runs one statement on a connection of its own, for what cannot run inside a pool's session (CREATE
 * DATABASE).
 * @returns its rows
 */
export async function executeSql<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

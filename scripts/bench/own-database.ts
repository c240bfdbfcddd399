import pg from "pg";
import { migrate } from "../../prisma/src/migrate";

const CALLS = 100;
const WARM_UP = 10;

/** How long each of many calls takes, in ms, once it is warm. */
export async function timesOf(call: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < CALLS + WARM_UP; index++) {
    const startedAt = performance.now();
    await call();
    if (index >= WARM_UP) times.push(performance.now() - startedAt);
  }
  return times;
}

/** A database of its own on the server of the stack, so that the other measurements do not see these rows. */
export async function makeDatabase(ownerUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name}`);
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  await migrate(url.href, undefined, { withQueue: false });
  return url.href;
}

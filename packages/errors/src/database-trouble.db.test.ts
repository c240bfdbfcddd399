import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createDatabase, type Database, transaction } from "@greenroom/prisma";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPostgres } from "../../../scripts/postgres.mjs";
import { eventually } from "../../../scripts/testing/eventually";
import { fromUnknown } from "./index";

/** A server of its own, since it is crashed, filled and stopped here. */
type Server = Awaited<ReturnType<typeof startPostgres>>;
let folder: string;
let server: Server;
let db: Database;
let admin: pg.Client;

const start = (port?: number) =>
  startPostgres({
    dataDir: path.join(folder, "postgres"),
    port,
    settings: { max_connections: "12", superuser_reserved_connections: "3", fsync: "off" },
  });
async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.url });
  client.on("error", () => {});
  await client.connect();
  return client;
}
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "greenroom-trouble-"));
  server = await start();
  db = createDatabase(server.url, 4);
  admin = await connect();
  await admin.query(
    `CREATE TABLE "Team" ("id" text PRIMARY KEY, "slug" text, "name" text, "costCentre" text)`,
  );
  await admin.query(`INSERT INTO "Team" VALUES ('a', 'a', '0', ''), ('b', 'b', '0', '')`);
});
afterAll(async () => {
  await admin.end().catch(() => {});
  await db.$disconnect();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Ends every session but the administrator's own. */
const endSessions = () =>
  admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'",
  );
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable("it should have failed"),
    (error: unknown) => ({ error, appError: fromUnknown(error) }),
  ) as Promise<{ error: unknown; appError: ReturnType<typeof fromUnknown> }>;
/** Every way in which the product asks: SQL of ours, Prisma's own, and both inside a transaction. */
const WAYS: Record<string, (tx: Pick<Database, "$queryRaw" | "team">) => Promise<unknown>> = {
  "SQL of ours": (tx) => tx.$queryRaw`SELECT "name" FROM "Team"`,
  "a query of Prisma's": (tx) => tx.team.findMany({ select: { name: true } }),
};

/** A statement that runs while `interrupt` happens. */
const interrupted = (interrupt: () => Promise<unknown>) =>
  transaction(db, async (tx) => {
    const asleep = Promise.allSettled([tx.$queryRaw`SELECT 1 FROM pg_sleep(60)`]);
    await eventually(async () => {
      const sleeping = "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
      expect((await admin.query(sleeping)).rows).toHaveLength(1);
    });
    await interrupt();
    const [{ reason }] = (await asleep) as [PromiseRejectedResult];
    throw reason;
  });

async function expectTrouble(work: Promise<unknown>, key = "databaseUnavailable"): Promise<void> {
  const { error, appError } = await failureOf(work);
  expect(appError, String(error)).toMatchObject({
    code: "DATABASE_UNAVAILABLE",
    says: { key },
    isRetryable: true,
  });
  expect(appError.cause).toBe(error);
}

describe.each(Object.entries(WAYS))("%s", (_, ask) => {
  it("57P01: its session is ended while it waits, and between two statements", async () => {
    await expectTrouble(interrupted(endSessions));
    await expectTrouble(
      transaction(db, async (tx) => {
        await ask(tx);
        await endSessions();
        await ask(tx);
      }),
    );
  });

  it("25P03: its session sat idle in a transaction", async () => {
    await expectTrouble(
      transaction(db, async (tx) => {
        await tx.$executeRaw`SET idle_in_transaction_session_timeout = 40`;
        await ask(tx);
        await eventually(async () => {
          const { rows } = await admin.query(
            "SELECT 1 FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'",
          );
          expect(rows).toHaveLength(0);
        });
        await ask(tx);
      }),
    );
  });

  it("55P03 and 57014: a lock, or an answer, did not come in time", async () => {
    await admin.query(`BEGIN; LOCK TABLE "Team"`);
    for (const limit of ["lock_timeout", "statement_timeout"]) {
      const work = transaction(db, async (tx) => {
        await tx.$queryRaw`SELECT set_config(${limit}, '40', true)`;
        await ask(tx);
      });
      await expectTrouble(work, "databaseBusy");
    }
    await admin.query("ROLLBACK");
  });

  it("53300: every connection is taken", async () => {
    const fresh = createDatabase(server.url, 2);
    const taken: pg.Client[] = [];
    for (;;) {
      const client = await connect().catch(() => null);
      if (!client) break;
      taken.push(client);
    }
    await expectTrouble(ask(fresh), "databaseBusy");
    await Promise.all(taken.map((client) => client.end()));
    await fresh.$disconnect();
  });
});

it("25006: the server only reads for now", async () => {
  await expectTrouble(
    transaction(db, async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      await tx.$executeRaw`UPDATE "Team" SET "name" = '1'`;
    }),
  );
});

it("40001 and 40P01: a conflict is tried again by itself, and told as busy when it stays", async () => {
  const swap = (first: string, second: string, meet: () => Promise<void>) =>
    transaction(db, async (tx) => {
      await tx.$executeRaw`UPDATE "Team" SET "name" = "name"::int + 1 WHERE "id" = ${first}`;
      await meet();
      await tx.$executeRaw`UPDATE "Team" SET "name" = "name"::int + 1 WHERE "id" = ${second}`;
    });
  let arrived = 0;
  let open = () => {};
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  const meet = async () => {
    arrived++;
    if (arrived === 2) open();
    await both;
  };
  await Promise.all([swap("a", "b", meet), swap("b", "a", meet)]);
  expect(arrived).toBe(3);
  expect(await db.team.findMany({ orderBy: { id: "asc" }, select: { name: true } })).toEqual([
    { name: "2" },
    { name: "2" },
  ]);

  const stays = db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT "name" FROM "Team" WHERE "id" = 'a'`;
      await admin.query(`UPDATE "Team" SET "name" = '7' WHERE "id" = 'a'`);
      await tx.$executeRaw`UPDATE "Team" SET "name" = '8' WHERE "id" = 'a'`;
    },
    { isolationLevel: "RepeatableRead" },
  );
  await expectTrouble(stays, "databaseBusy");
});

it("57P02, 57P03 and no server at all: from a crash to the end of its recovery, and over a restart", async () => {
  const failures: string[] = [];
  /** Asks until every way is answered, and `isOver` says that this is the end. */
  const keepAsking = async (isOver: () => boolean) => {
    for (;;) {
      const answers = await Promise.allSettled(Object.values(WAYS).map((ask) => ask(db)));
      const refused = answers.filter((answer) => answer.status === "rejected");
      failures.push(...refused.map(({ reason }) => `${fromUnknown(reason).code}: ${reason}`));
      if (refused.length === 0 && isOver()) return;
    }
  };
  const victim = await connect();
  const { rows } = await victim.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  await expectTrouble(interrupted(async () => process.kill(rows[0]!.pid, "SIGKILL")));
  await keepAsking(() => true);

  const port = Number(new URL(server.url).port);
  let isBack = false;
  const restarted = server.stop().then(() => start(port));
  void restarted.then(() => {
    isBack = true;
  });
  await keepAsking(() => isBack);
  server = await restarted;
  admin = await connect();
  expect(failures.length).toBeGreaterThan(0);
  expect(failures.filter((failure) => !failure.startsWith("DATABASE_UNAVAILABLE"))).toEqual([]);
});

import net from "node:net";
import { fromUnknown } from "@greenroom/errors";
import { createCallerFactory, loadActor } from "@greenroom/identity";
import { createDatabase } from "@greenroom/prisma";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventually } from "../../../scripts/testing/eventually";
import { createFixture, type Fixture } from "../testing/fixture";
import { createRequestsRouter } from "./router";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

/**
 * A door to Postgres that can be shut, or frozen so that nothing passes and nothing breaks: everything behind
 * it is the real server.
 */
async function createDoor(target: URL, port = 0) {
  const sockets = new Set<net.Socket>();
  let isFrozen = false;
  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("error", () => to.destroy()).on("close", () => to.destroy());
      from.on("data", (chunk) => isFrozen || to.write(chunk));
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port: (server.address() as net.AddressInfo).port,
    setFrozen: (frozen: boolean) => {
      isFrozen = frozen;
    },
    shut: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

const away = {
  code: "SERVICE_UNAVAILABLE",
  cause: { code: "DATABASE_UNAVAILABLE", says: { key: "databaseUnavailable" } },
};

it("says that the database is away, keeps nothing half-done, and goes on by itself when it is back", async () => {
  const target = new URL(fixture.url);
  const door = await createDoor(target);
  const through = new URL(fixture.url);
  through.host = `127.0.0.1:${door.port}`;
  const db = createDatabase(through.href, 3);
  const caller = createCallerFactory(createRequestsRouter({ ...fixture.deps, db }))({
    loadActor: () => loadActor({ db }, { issuer: "demo", subject: "rina" }),
    log: { info() {}, error() {} } as never,
  });
  expect((await caller.list({})).items).toEqual([]);
  await door.shut();
  const input = fixture.createInput({ name: "while-away" });
  await expect(caller.list({})).rejects.toMatchObject(away);
  await expect(caller.submit(input)).rejects.toMatchObject(away);
  await expect(caller.check(input)).rejects.toMatchObject(away);
  expect(await fixture.db.request.count()).toBe(0);

  const again = await createDoor(target, door.port);
  const { id } = await caller.submit(input);
  expect((await caller.get({ requestId: id })).environmentName).toBe("while-away");
  await db.$disconnect();
  await again.shut();
});

it("answers soon when the database is frozen, also inside a transaction, and keeps no dead connection", async () => {
  const door = await createDoor(new URL(fixture.url));
  const through = new URL(fixture.url);
  through.host = `127.0.0.1:${door.port}`;
  const timeoutMs = 1_500;
  const db = createDatabase(through.href, 2, timeoutMs);
  const caller = createCallerFactory(createRequestsRouter({ ...fixture.deps, db }))({
    loadActor: () => loadActor({ db: fixture.db }, { issuer: "demo", subject: "rina" }),
    log: { info() {}, error() {} } as never,
  });
  await caller.list({});
  const since = performance.now();
  const inTransaction = db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1`;
    door.setFrozen(true);
    await tx.$queryRaw`SELECT 2`;
  });
  const failure = await inTransaction.catch((error: unknown) => fromUnknown(error));
  expect(failure).toMatchObject({ code: "DATABASE_UNAVAILABLE" });
  // One timeout, not another one for the ROLLBACK.
  expect(performance.now() - since).toBeLessThan(2 * timeoutMs);
  const input = fixture.createInput({ name: "while-frozen" });
  await Promise.all(
    [caller.list({}), caller.list({}), caller.list({}), caller.submit(input)].map((call) =>
      expect(call).rejects.toMatchObject(away),
    ),
  );

  door.setFrozen(false);
  await eventually(() => caller.list({}));
  const { id } = await caller.submit(fixture.createInput({ name: "after-frozen" }));
  expect((await caller.get({ requestId: id })).environmentName).toBe("after-frozen");
  await db.$disconnect();
  await door.shut();
});

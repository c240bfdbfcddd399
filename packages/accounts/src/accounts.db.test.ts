import { loadActor } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { createLogger } from "@greenroom/logger";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addAccount } from "./commands/add-account";
import { changeAccount } from "./commands/change-account";
import { requestTest } from "./commands/request-test";
import type { AccountsDeps } from "./deps";
import { TEST_LATENESS_MS, TEST_TAKEN_MS } from "./limits";
import { listAccounts } from "./queries/list-accounts";
import { listManagedAccounts } from "./queries/list-managed-accounts";
import { runTest } from "./run-test";
import type { AccountCall } from "./schema";
import { sweepTests } from "./sweep-tests";

let database: TestDatabase;
let pat: Actor;
let rina: Actor;
const clock = { now: new Date("2026-11-20T10:00:00Z") };
const woken: string[] = [];
const ANSWER: { workerArn: string; calls: AccountCall[] } = {
  workerArn: "arn:aws:iam::999999999999:user/worker",
  calls: [{ call: "AssumeRole", region: "us-east-1", outcome: "REFUSED", says: "no", remedy: "TRUST" }],
};
const tester = { test: vi.fn(async () => ANSWER) };
const deps = (): AccountsDeps => ({
  db: database.prisma,
  enqueue: async (_, payload) => {
    woken.push((payload as { testId: string }).testId);
  },
  log: createLogger("test", "silent"),
  now: () => clock.now,
  accountTester: tester,
});

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(database.prisma);
  const actor = async (subject: string) =>
    (await loadActor({ db: database.prisma }, { issuer: "demo", subject }))!;
  pat = await actor("pat");
  rina = await actor("rina");
});
afterAll(() => database.close());
beforeEach(() => {
  woken.length = 0;
  tester.test.mockClear();
});

let serial = 100_000_000_000;
const input = () => {
  const accountId = String(serial++);
  const roleArn = `arn:aws:iam::${accountId}:role/greenroom-access`;
  return { accountId, name: `account-${accountId}`, regions: ["us-east-1"], roleArn, grafanaUrl: null };
};
const add = async () => {
  const account = input();
  return { ...account, ...(await addAccount(deps(), pat, account)) };
};
const view = async (id: string) => (await listManagedAccounts(deps(), pat)).find((one) => one.id === id)!;

describe("an account", () => {
  it("is added once, with an external id of its own that nobody can guess, and audited", async () => {
    const accounts = await Promise.all([add(), add(), add()]);
    const ids = await Promise.all(accounts.map(async ({ id }) => (await view(id)).externalId));
    expect(new Set(ids).size).toBe(3);
    // 64 hex digits of a hash over two random UUIDs of 122 bits each.
    for (const externalId of ids) expect(externalId).toMatch(/^[0-9a-f]{64}$/);
    const { id, ...again } = accounts[0]!;
    await expect(addAccount(deps(), pat, again)).rejects.toMatchObject({
      code: "CONFLICT",
      field: "accountId",
    });
    const trail = await database.prisma.auditEvent.findMany({ where: { subjectId: id } });
    expect(trail).toMatchObject([{ action: "account.added", actorId: pat.userId }]);
  });

  it("keeps its number and external id whatever else is changed, and nobody undoes another's change", async () => {
    const { id, accountId, name, regions, roleArn, grafanaUrl } = await add();
    const before = await view(id);
    const same = { id, version: 1, accountId, name, regions, grafanaUrl };
    await changeAccount(deps(), pat, { ...same, roleArn: `${roleArn}-2` });
    expect(await view(id)).toMatchObject({
      roleArn: `${roleArn}-2`,
      externalId: before.externalId,
      version: 2,
    });
    await expect(changeAccount(deps(), pat, { ...same, roleArn: null })).rejects.toMatchObject({
      code: "STALE",
    });
    await expect(
      changeAccount(deps(), pat, { ...same, version: 2, accountId: "999999999999", roleArn: null }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT", field: "accountId" });
    await changeAccount(deps(), pat, { ...same, roleArn: `${roleArn}-2` });
    expect((await view(id)).version).toBe(2);
    const trail = await database.prisma.auditEvent.count({
      where: { subjectId: id, action: "account.changed" },
    });
    expect(trail).toBe(1);
  });

  it("tells where its Grafana is, audited, and forgets no test of the way in", async () => {
    const { id, ...account } = await add();
    await requestTest(deps(), pat, { id });
    await runTest(deps(), woken.at(-1)!);
    const grafanaUrl = "https://grafana.example.com";
    await changeAccount(deps(), pat, { ...account, id, version: 1, grafanaUrl });
    expect(await view(id)).toMatchObject({ grafanaUrl, version: 2, test: ANSWER });
    const trail = await database.prisma.auditEvent.findFirst({
      where: { subjectId: id, action: "account.changed" },
    });
    expect(trail?.details).toMatchObject({ before: { grafanaUrl: null }, after: { grafanaUrl } });
    for (const bent of ["http://x.example", "https://me@x.example", "https://x.example/?a"]) {
      const data = { grafanaUrl: bent };
      await expect(database.prisma.cloudAccount.update({ where: { id }, data })).rejects.toThrow();
    }
  });

  it("is nobody's but platform engineers' to see, add, change or test", async () => {
    const { id, ...account } = await add();
    const forbidden = { code: "FORBIDDEN", says: { key: "account.notYours" } };
    await expect(listManagedAccounts(deps(), rina)).rejects.toMatchObject(forbidden);
    await expect(addAccount(deps(), rina, input())).rejects.toMatchObject(forbidden);
    await expect(changeAccount(deps(), rina, { id, version: 1, ...account })).rejects.toMatchObject(
      forbidden,
    );
    await expect(requestTest(deps(), rina, { id })).rejects.toMatchObject(forbidden);
    await expect(requestTest(deps(), pat, { id: "none" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a test of the connection", () => {
  it("is asked for once while one is under way, done by one worker, and its answer shown", async () => {
    const { id } = await add();
    await Promise.all([requestTest(deps(), pat, { id }), requestTest(deps(), pat, { id })]);
    expect(new Set(woken).size).toBe(1);
    expect((await view(id)).test).toMatchObject({ startedAt: null, finishedAt: null });
    await Promise.all([runTest(deps(), woken[0]!), runTest(deps(), woken[0]!)]);
    expect(tester.test).toHaveBeenCalledTimes(1);
    expect((await view(id)).test).toMatchObject({ finishedAt: clock.now, ...ANSWER });
    await runTest(deps(), woken[0]!);
    expect(tester.test).toHaveBeenCalledTimes(1);
  });

  it("tells the choice of accounts whether it went through", async () => {
    const { id } = await add();
    const passed = async () => (await listAccounts(database.prisma)).find((one) => one.id === id)?.testPassed;
    expect(await passed()).toBeNull();
    await requestTest(deps(), pat, { id });
    expect(await passed()).toBeNull();
    await runTest(deps(), woken.at(-1)!);
    expect(await passed()).toBe(false);
    await requestTest(deps(), pat, { id });
    const call: AccountCall = {
      call: "AssumeRole",
      region: "us-east-1",
      outcome: "OK",
      says: null,
      remedy: null,
    };
    tester.test.mockResolvedValueOnce({ ...ANSWER, calls: [call] });
    await runTest(deps(), woken.at(-1)!);
    expect(await passed()).toBe(true);
  });

  it("is found when the queue lost it, and taken over from a worker that died", async () => {
    const { id } = await add();
    await requestTest(deps(), pat, { id });
    const testId = woken[0]!;
    expect(await sweepTests(deps())).toBe(0);
    clock.now = new Date(clock.now.getTime() + TEST_LATENESS_MS + 1);
    await sweepTests(deps());
    expect(woken.filter((one) => one === testId)).toHaveLength(2);

    await database.prisma.accountTest.update({ where: { id: testId }, data: { startedAt: clock.now } });
    await runTest(deps(), testId);
    expect(tester.test).not.toHaveBeenCalled();
    clock.now = new Date(clock.now.getTime() + TEST_TAKEN_MS + 1);
    await sweepTests(deps());
    await runTest(deps(), testId);
    expect((await view(id)).test).toMatchObject(ANSWER);
  });

  it("says nothing of a way in that was changed, even while it is under way", async () => {
    const { id, ...account } = await add();
    await requestTest(deps(), pat, { id });
    tester.test.mockImplementationOnce(async () => {
      await changeAccount(deps(), pat, { ...account, id, version: 1, roleArn: null });
      return ANSWER;
    });
    await runTest(deps(), woken[0]!);
    expect((await view(id)).test).toBeNull();
    await requestTest(deps(), pat, { id });
    await runTest(deps(), woken.at(-1)!);
    expect((await view(id)).test).toMatchObject(ANSWER);
    // Another name is the same way in.
    await changeAccount(deps(), pat, { ...account, id, version: 2, roleArn: null, name: "renamed" });
    expect((await view(id)).test).toMatchObject(ANSWER);
  });
});

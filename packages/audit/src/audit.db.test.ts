import { createCallerFactory, loadActor } from "@greenroom/identity";
import type { ActingActor, Actor } from "@greenroom/identity/schema";
import { verbatim } from "@greenroom/messages";
import { createDatabase, transaction } from "@greenroom/prisma";
import { seedDemo } from "@greenroom/prisma/seed";
import { executeSql, type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AuditEntry, appendAudit, batchAudit, findWeaknesses } from ".";
import { createAuditRouter } from "./router";

let test: TestDatabase;
let pat: Actor;
let rina: Actor;

const caller = (actor: Actor) =>
  createCallerFactory(createAuditRouter({ db: test.prisma, now: () => new Date() }))({
    loadActor: async () => actor,
    log: { info() {}, error() {} } as never,
  });
const entry = (changes: Partial<AuditEntry> = {}): AuditEntry => ({
  actor: rina as ActingActor,
  action: "request.submitted",
  subject: { id: "r1", name: "#1 shop" },
  teamId: rina.memberships[0]!.teamId,
  reason: "load test",
  details: { kind: "CREATE", b: 2, a: [1, { z: 0, y: null }] },
  now: new Date("2026-05-01T10:00:00.123Z"),
  ...changes,
});
const append = (changes: Partial<AuditEntry> = {}) =>
  transaction(test.prisma, (tx) => appendAudit(tx, entry(changes)));
/** As somebody with all rights over the database would. */
const tamper = (sql: string) => executeSql(test.ownerUrl, `SET session_replication_role = replica; ${sql}`);

beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
  pat = (await loadActor({ db: test.prisma }, { issuer: "demo", subject: "pat" }))!;
  rina = (await loadActor({ db: test.prisma }, { issuer: "demo", subject: "rina" }))!;
});
afterAll(() => test.close());
beforeEach(() => tamper(`DELETE FROM "AuditEvent"`));

describe("the trail", () => {
  it("stays whole under many writers at once, without gaps", async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => append({ subject: { id: `${index}`, name: "x" } })),
    );
    expect(await caller(pat).verify()).toMatchObject({ isIntact: true, checked: 40, uncovered: 40 });
  });

  it("loses the row when the change it tells of is undone", async () => {
    await append();
    const failing = transaction(test.prisma, async (tx) => {
      await appendAudit(tx, entry());
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    await append();
    expect(await caller(pat).verify()).toMatchObject({ isIntact: true, checked: 2 });
  });

  it("takes what belongs together in one turn and in order, and nothing of what fails", async () => {
    const add = (names: string[], end: () => void = () => {}) =>
      transaction(test.prisma, (tx) =>
        batchAudit(tx, async () => {
          for (const name of names) await appendAudit(tx, entry({ subject: { id: name, name } }));
          expect(await tx.auditEvent.count()).toBe(0);
          end();
        }),
      );
    const failing = add(["x"], () => {
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    await add(["a", "b", "c"]);
    const rows = await test.prisma.auditEvent.findMany({ orderBy: { sequence: "asc" } });
    expect(rows.map(({ subjectId }) => subjectId)).toEqual(["a", "b", "c"]);
    expect(await caller(pat).verify()).toMatchObject({ isIntact: true, checked: 3 });
  });

  it("hashes what Postgres gives back, whatever people write", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary" }),
        fc.dictionary(
          fc.string({ unit: "binary" }).filter((key) => key !== "__proto__" && !key.includes("\0")),
          fc.jsonValue({ maxDepth: 2 }),
          { maxKeys: 4 },
        ),
        async (reason, details) => {
          await append({ reason, details: JSON.parse(JSON.stringify({ ...details, reason })) });
        },
      ),
      { numRuns: 25 },
    );
    expect(await caller(pat).verify()).toMatchObject({ isIntact: true, checked: 25 });
  });

  it.each([
    ["an edit", `UPDATE "AuditEvent" SET "reason" = 'because' WHERE "sequence" = 3`, 3],
    ["an edit of the details", `UPDATE "AuditEvent" SET "details" = '{}' WHERE "sequence" = 2`, 2],
    ["a deletion", `DELETE FROM "AuditEvent" WHERE "sequence" = 4`, 4],
    ["a deletion of the first row", `DELETE FROM "AuditEvent" WHERE "sequence" = 1`, 1],
    [
      "a swap",
      `UPDATE "AuditEvent" SET "sequence" = -1 WHERE "sequence" = 2; UPDATE "AuditEvent" SET "sequence" = 2 WHERE "sequence" = 5;
       UPDATE "AuditEvent" SET "sequence" = 5 WHERE "sequence" = -1`,
      2,
    ],
  ])("finds %s and names the row", async (_, sql, firstBadSequence) => {
    for (let index = 0; index < 6; index++) await append({ reason: `step ${index}` });
    await tamper(sql);
    expect(await caller(pat).verify()).toMatchObject({
      isIntact: false,
      checked: firstBadSequence - 1,
      firstBadSequence,
    });
  });

  it.each([`UPDATE "AuditEvent" SET "reason" = 'x'`, `DELETE FROM "AuditEvent"`, `TRUNCATE "AuditEvent"`])(
    "cannot be changed: %s",
    async (sql) => {
      await append();
      await expect(executeSql(test.ownerUrl, sql)).rejects.toThrow(/append-only/);
    },
  );
});

describe("what is said of the database at start", () => {
  it("is nothing for the role that the migrations make", async () => {
    const weaknesses = await findWeaknesses(test.prisma);
    // A throw-away server of tests does not wait for its disk, and says so.
    expect(weaknesses.filter((line) => !line.includes("fsync=off"))).toEqual([]);
  });

  it("names a role that could change the trail, and settings that lose what was acknowledged", async () => {
    const owner = createDatabase(test.ownerUrl, 1);
    await owner.$executeRaw`SET synchronous_commit = off`;
    const [role, settings] = await findWeaknesses(owner);
    expect(role).toMatch(
      /could change the audit trail: it (is a superuser|owns its table).*DATABASE_OWNER_URL/,
    );
    expect(settings).toMatch(/synchronous_commit=off/);
    await owner.$disconnect();
  });
});

describe("reading it", () => {
  it("shows people their teams' rows only, newest first, page by page", async () => {
    const venues = await test.prisma.team.findUniqueOrThrow({ where: { slug: "venues" } });
    for (let index = 0; index < 5; index++) await append({ teamId: index % 2 ? venues.id : null });
    for (let index = 0; index < 5; index++) await append({ subject: { id: `s${index}`, name: "x" } });
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page = await caller(rina).list({ limit: 2, cursor });
      seen.push(...page.items.map((item) => item.sequence));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([10, 9, 8, 7, 6]);
    expect((await caller(pat).list({})).items).toHaveLength(10);
    expect((await caller(rina).list({ teamId: venues.id })).items).toEqual([]);
    expect((await caller(pat).list({ subjectId: "s3" })).items).toMatchObject([
      { actorName: "Rina Choi", reason: verbatim("load test"), details: { kind: "CREATE" } },
    ]);
  });

  it("refuses a cursor that no list gave out, and verifying by somebody without a team", async () => {
    await expect(caller(pat).list({ cursor: "1; DROP" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(caller({ ...rina, memberships: [] }).verify()).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await caller({ ...rina, memberships: [] }).list({})).items).toEqual([]);
  });
});

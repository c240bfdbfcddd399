import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createCallerFactory, loadActor } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { transaction } from "@greenroom/prisma";
import { seedDemo } from "@greenroom/prisma/seed";
import { executeSql, type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appendAudit, batchAudit, createCheckpointSigner, openCheckpointFolder, openSigningFolder } from ".";
import { hashRow } from "./chain";
import { createAuditRouter } from "./router";

const HOUR_MS = 3_600_000;

let test: TestDatabase;
let pat: Actor;
let now: Date;
let home: string;
const folder = () => path.join(home, "audit");
const keyFile = () => path.join(home, "audit-key.pem");
const checkpointsFile = () => path.join(folder(), "checkpoints.jsonl");
let logged: string[];

beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
  pat = (await loadActor({ db: test.prisma }, { issuer: "demo", subject: "pat" }))!;
});
afterAll(() => test.close());
beforeEach(async () => {
  now = new Date("2026-05-01T10:00:00Z");
  home = mkdtempSync(path.join(os.tmpdir(), "greenroom-audit-"));
  logged = [];
  await asOwner(`DELETE FROM "AuditEvent"; DELETE FROM "AuditCheckpoint"`);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
/** As somebody with all rights over the database, whom no trigger binds. */
const asOwner = (sql: string) => executeSql(test.ownerUrl, `SET session_replication_role = replica; ${sql}`);
const log = (level: string) => (fields: object, message: string) =>
  void logged.push(`${level} ${message} ${JSON.stringify(fields)}`);
const signer = () =>
  createCheckpointSigner(
    { db: test.prisma, now: () => now, log: { info: log("info"), warn: log("warn"), error: log("error") } },
    openSigningFolder(folder(), keyFile()),
  );
async function append(count: number): Promise<void> {
  const part = Math.min(count, 500);
  await transaction(test.prisma, (tx) =>
    batchAudit(tx, async () => {
      for (let index = 0; index < part; index++) {
        const subject = { id: `${index}`, name: `#${index} shop` };
        await appendAudit(tx, { actor: null, action: "request.approved", subject, teamId: null, now });
      }
    }),
  );
  if (count > part) await append(count - part);
}
const verify = () =>
  createCallerFactory(
    createAuditRouter({ db: test.prisma, now: () => now, checkpoints: openCheckpointFolder(folder()) }),
  )({ loadActor: async () => pat, log: { info() {}, error() {} } as never }).verify();
const lines = () => readFileSync(checkpointsFile(), "utf8").split("\n").slice(0, -1);

/** Makes one row say something else and all hashes from it on anew, as if it had always been so. */
async function rewriteFrom(sequence: bigint): Promise<void> {
  const rows = await test.prisma.auditEvent.findMany({
    where: { sequence: { gte: sequence } },
    orderBy: { sequence: "asc" },
  });
  let previousHash = rows[0]!.previousHash;
  for (const row of rows) {
    const content = row.sequence === sequence ? { ...row, actorName: "Somebody else" } : row;
    const hash = hashRow(previousHash, content);
    await asOwner(
      `UPDATE "AuditEvent" SET "actorName" = '${content.actorName}', "previousHash" = '${previousHash}', "hash" = '${hash}'
       WHERE "sequence" = ${row.sequence}`,
    );
    previousHash = hash;
  }
}

describe("signing the trail", () => {
  it("happens at first, then for every thousand rows and once an hour while rows come", async () => {
    const worker = signer();
    expect(await worker.sign()).toEqual([]);
    await append(3);
    expect(await worker.sign()).toMatchObject([{ number: 1, sequence: 3 }]);
    await append(5);
    expect(await worker.sign()).toEqual([]);
    later(HOUR_MS);
    expect(await worker.sign()).toMatchObject([{ number: 2, sequence: 8 }]);
    later(HOUR_MS);
    expect(await worker.sign()).toEqual([]);
    await append(2_500);
    expect(await worker.sign()).toMatchObject([
      { number: 3, sequence: 1_008 },
      { number: 4, sequence: 2_008 },
    ]);
    expect(await verify()).toEqual({
      isIntact: true,
      checked: 2_508,
      firstBadSequence: null,
      firstBadCheckpoint: null,
      checkpoint: { number: 4, sequence: 2_008, at: now.toISOString() },
      uncovered: 500,
      isOverdue: false,
    });
    later(2 * HOUR_MS);
    expect(await verify()).toMatchObject({ isIntact: true, isOverdue: true });
    expect(lines()).toHaveLength(4);
    expect(logged.filter((line) => line.includes("head was signed"))).toHaveLength(4);
    expect(logged.join()).toContain(JSON.parse(lines()[3]!).signature);
  });

  it("is one worker's, however many there are, and goes on where another has ended", async () => {
    await append(10);
    const workers = Array.from({ length: 4 }, signer);
    const signed = (await Promise.all(workers.map((worker) => worker.sign()))).flat();
    expect(signed).toHaveLength(1);
    await append(1_000);
    expect(await signer().sign()).toMatchObject([{ number: 2, sequence: 1_010 }]);
    for (const worker of workers) await worker.sign();
    later(HOUR_MS / 2);
    expect(await verify()).toMatchObject({ isIntact: true, checkpoint: { number: 2 } });
    expect(new Set(lines()).size).toBe(2);
  });

  it("keeps the key to its owner and out of the folder that the portal reads, and takes no other in its place", async () => {
    await append(1);
    await signer().sign();
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(folder(), "public-key.pem"), "utf8")).not.toContain("PRIVATE");
    rmSync(keyFile());
    expect(() => openSigningFolder(folder(), keyFile())).toThrow(
      /is not the key that the checkpoints .* were signed/,
    );
  });

  it("puts a lost copy back, from the other or from its memory, and says so", async () => {
    await append(1_500);
    const worker = signer();
    await worker.sign();
    later(HOUR_MS);
    await worker.sign();
    const whole = lines();
    expect(whole).toHaveLength(2);
    later(HOUR_MS);
    writeFileSync(checkpointsFile(), `${whole[0]}\n${whole[1]!.slice(0, 40)}`);
    expect(await verify()).toMatchObject({ isIntact: false, firstBadCheckpoint: 2 });
    await worker.sign();
    expect(lines()).toEqual(whole);
    await asOwner(`DELETE FROM "AuditCheckpoint" WHERE "number" = 2`);
    expect(await verify()).toMatchObject({ isIntact: false, firstBadCheckpoint: 2 });
    writeFileSync(checkpointsFile(), "");
    await asOwner(`DELETE FROM "AuditCheckpoint"`);
    await worker.sign();
    expect(lines()).toEqual(whole);
    expect(await verify()).toMatchObject({ isIntact: true, checkpoint: { number: 2 } });
    expect(logged.filter((line) => line.startsWith("warn"))).toHaveLength(2);
  });
});

describe("what somebody with all rights over the database did is found and named", () => {
  beforeEach(async () => {
    await append(20);
    await signer().sign();
    later(HOUR_MS);
  });

  it.each([
    ["the newest three rows cut off", `DELETE FROM "AuditEvent" WHERE "sequence" > 17`, 18],
    ["all rows cut off", `DELETE FROM "AuditEvent"`, 1],
    ["a row put before the first", `UPDATE "AuditEvent" SET "sequence" = -1 WHERE "sequence" = 1`, 1],
    ["rows and checkpoints gone from the database", `TRUNCATE "AuditEvent", "AuditCheckpoint"`, 1],
  ])("%s", async (_, sql, firstBadSequence) => {
    await asOwner(sql);
    expect(await verify()).toMatchObject({ isIntact: false, firstBadSequence });
  });

  it("who approved, rewritten with all later hashes, and more rows on top", async () => {
    await rewriteFrom(12n);
    await append(5);
    expect(await verify()).toMatchObject({ isIntact: false, firstBadSequence: 12 });
    // Nothing is signed on top of it, which would only look like a blessing.
    later(HOUR_MS);
    expect(await signer().sign()).toEqual([]);
    expect(logged.at(-1)).toMatch(/^error .*Nothing is signed/);
  });

  it("a checkpoint that was put in by hand", async () => {
    const [first] = lines();
    const forged = first!.replace('"sequence":20', '"sequence":19');
    await asOwner(`UPDATE "AuditCheckpoint" SET "line" = '${forged}'`);
    expect(await verify()).toMatchObject({ isIntact: false, firstBadCheckpoint: 1, firstBadSequence: null });
  });
});

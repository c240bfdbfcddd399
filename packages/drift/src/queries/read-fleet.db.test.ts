import type { Actor } from "@greenroom/identity/schema";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DRIFT_CLASSES } from "../compare";
import { DRIFT_STATES, isOpenDifference } from "../lifecycle";
import type { FleetRow, ListFleetInput } from "../schema";
import { getEnvironmentDrift } from "./get-environment-drift";
import { findDriftStates, getFleetSummary, listFleet } from "./read-fleet";

const NOW = new Date("2026-06-01T00:00:00Z");
const DAY_MS = 86_400_000;
const STAGES = ["dev", "staging", "prod"] as const;
const TYPES = ["AWS::SQS::Queue", "AWS::SNS::Topic"] as const;

let database: TestDatabase;
let teams: Record<string, string>;
let pat: Actor;
let rina: Actor;
const deps = () => ({ db: database.prisma, now: () => NOW });

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(database.prisma);
  const rows = await database.prisma.team.findMany();
  teams = Object.fromEntries(rows.map(({ slug, id }) => [slug, id]));
  const person = { userId: "someone", name: "Someone", email: "someone@x.test" };
  pat = { ...person, memberships: [{ teamId: teams.platform ?? "", role: "PLATFORM_ENGINEER" }] };
  rina = { ...person, memberships: [{ teamId: teams["box-office"] ?? "", role: "REQUESTER" }] };
});
afterAll(() => database?.close());

const daysFromNow = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const days = fc.integer({ min: -30, max: 0 });
const finding = fc.record({
  logicalId: fc.constantFrom("Queue", "Topic", ""),
  path: fc.constantFrom("", "DelaySeconds", "Name"),
  resourceType: fc.constantFrom(...TYPES),
  driftClass: fc.constantFrom(...DRIFT_CLASSES),
  seen: days,
  isResolved: fc.boolean(),
  /** In how many days its rule ends; 0 is now. */
  ignoredFor: fc.option(fc.constantFrom(-3, 0, 3)),
});
const environment = fc.record({
  team: fc.constantFrom("box-office", "venues"),
  stage: fc.constantFrom(...STAGES),
  isDestroyed: fc.boolean(),
  checks: fc.array(
    fc.record({
      status: fc.constantFrom("DONE" as const, "FAILED" as const),
      version: fc.constantFrom(1, 2),
      asked: days,
      checkedCount: fc.nat(9),
      notChecked: fc.nat(3),
    }),
    { maxLength: 4 },
  ),
  findings: fc.uniqueArray(finding, {
    maxLength: 5,
    selector: ({ logicalId, path }) => `${logicalId}/${path}`,
  }),
});
type Drawn = ReturnType<typeof environment.generate>["value"];

async function write(drawn: readonly Drawn[]): Promise<void> {
  const db = database.prisma;
  await db.environment.deleteMany();
  const account = await db.cloudAccount.findFirstOrThrow();
  for (const [index, { team, stage, isDestroyed, checks, findings }] of drawn.entries()) {
    const { id: environmentId } = await db.environment.create({
      data: {
        name: `fleet-${index}`,
        status: isDestroyed ? "DESTROYED" : "READY",
        version: 2,
        teamId: teams[team] ?? "",
        ownerId: "owner",
        cloudAccountId: account.id,
        region: "us-east-1",
        stage,
        blueprint: "ticketing",
        blueprintVersion: "1",
        spec: {},
      },
    });
    await db.driftCheck.createMany({
      data: checks.map(({ status, version, asked, checkedCount, notChecked }) => ({
        environmentId,
        environmentVersion: version,
        status,
        askedAt: daysFromNow(asked),
        wakeAt: daysFromNow(asked),
        finishedAt: daysFromNow(asked),
        checkedCount,
        notChecked: Array.from({ length: notChecked }, (_, at) => ({
          stackKey: "events",
          logicalId: `R${at}`,
          resourceType: "AWS::ECR::Repository",
        })),
        ...(status === "FAILED" && { failure: { key: "drift.detectionTooLong" } }),
      })),
    });
    for (const { seen, isResolved, ignoredFor, ...facts } of findings) {
      const place = { environmentId, stackKey: "events", logicalId: facts.logicalId };
      const rule =
        ignoredFor === null
          ? null
          : await db.driftIgnore.create({
              data: {
                ...place,
                path: facts.path,
                reason: "for the sale",
                ownerId: "owner",
                createdAt: daysFromNow(-30),
                expiresAt: daysFromNow(ignoredFor),
              },
            });
      await db.driftFinding.create({
        data: {
          ...place,
          ...facts,
          firstSeenAt: daysFromNow(seen),
          lastSeenAt: NOW,
          resolvedAt: isResolved ? NOW : null,
          ignoreId: rule?.id ?? null,
        },
      });
    }
  }
}

async function listAll(actor: Actor, input: Partial<ListFleetInput>): Promise<FleetRow[]> {
  const rows: FleetRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await listFleet(deps(), actor, { isMine: false, limit: 2, ...input, cursor });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

/** What the environment's own page says, in the words of the fleet's. */
async function ownFigures({ id, name, stage, team }: FleetRow) {
  const own = await getEnvironmentDrift(deps(), pat, { environmentId: id });
  const open = own.findings.filter(isOpenDifference);
  const counted = own.state === "NOT_CHECKED" ? [] : open;
  return {
    row: {
      id,
      name,
      stage,
      team,
      state: own.state,
      checkedCount: own.checkedCount,
      driftedCount: own.driftedCount,
      notCheckedCount: own.notChecked.length,
      oldestSeenAt: counted[0]?.firstSeenAt ?? null,
      endedIgnores: counted.filter(({ ignore }) => ignore).length,
      checkedAt: own.checkedAt,
    } satisfies FleetRow,
    open: counted.map((one) => ({ ...one, environmentId: id })),
  };
}

describe("the fleet", () => {
  it("says of every environment what its own page says, and sums it up, whatever was found, ignored and ran out", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(environment, { minLength: 1, maxLength: 6 }), async (drawn) => {
        await write(drawn);
        const rows = await listAll(pat, {});
        const living = drawn.filter(({ isDestroyed }) => !isDestroyed);
        expect(rows).toHaveLength(living.length);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        const own = await Promise.all(rows.map(ownFigures));
        expect(rows).toEqual(own.map(({ row }) => row));
        const ranks = rows.map(({ state }) => ["DRIFTED", "NOT_CHECKED", "IN_SYNC"].indexOf(state));
        expect(ranks).toEqual([...ranks].sort());

        const summary = await getFleetSummary(deps(), pat, {});
        for (const state of DRIFT_STATES) {
          const inState = rows.filter((row) => row.state === state);
          expect(summary.states[state]).toBe(inState.length);
          expect(await listAll(pat, { state })).toEqual(inState);
        }
        const [first] = rows.filter(({ state }) => state === "DRIFTED");
        expect(summary.oldest).toEqual(
          first ? { id: first.id, name: first.name, seenAt: first.oldestSeenAt } : null,
        );
        const open = own.flatMap((one) => one.open);
        for (const { resourceType, environments, resources } of summary.types) {
          const ofType = open.filter((one) => one.resourceType === resourceType);
          expect(environments).toBe(new Set(ofType.map(({ environmentId }) => environmentId)).size);
          expect(resources).toBe(
            new Set(ofType.map(({ environmentId, logicalId }) => `${environmentId}/${logicalId}`)).size,
          );
        }
        expect(new Set(summary.types.map(({ resourceType }) => resourceType))).toEqual(
          new Set(open.map(({ resourceType }) => resourceType)),
        );

        const ids = rows.map(({ id }) => id);
        const states = await findDriftStates(deps(), pat, { environmentIds: ids });
        expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
          new Map(rows.map(({ id, state }) => [id, state])),
        );
        const [team, stage] = [drawn[0]?.team ?? "", drawn[0]?.stage ?? "dev"];
        const narrowed = rows.filter((row) => row.team.slug === team && row.stage === stage);
        const scope = { teamId: teams[team] ?? "", stage };
        expect(await listAll(pat, scope)).toEqual(narrowed);
        const counts = Object.values((await getFleetSummary(deps(), pat, scope)).states);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(narrowed.length);
        const seen = rows.filter((row) => row.team.slug === "box-office");
        expect(await listAll(rina, {})).toEqual(seen);
        expect(
          (await findDriftStates(deps(), rina, { environmentIds: ids })).map(({ id }) => id).sort(),
        ).toEqual(seen.map(({ id }) => id).sort());
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("shows nobody what is of another team, also when it is asked for by name", async () => {
    await write([
      { team: "venues", stage: "dev", isDestroyed: false, checks: [], findings: [] },
      { team: "box-office", stage: "dev", isDestroyed: false, checks: [], findings: [] },
    ]);
    expect(await listAll(rina, { teamId: teams.venues })).toEqual([]);
    expect(await listAll(pat, { isMine: true })).toEqual([]);
    expect(await listAll({ ...rina, memberships: [] }, {})).toEqual([]);
    expect((await getFleetSummary(deps(), { ...rina, memberships: [] }, {})).states.NOT_CHECKED).toBe(0);
    const odd = [
      "x",
      Buffer.from('[1,"x","y","z"]').toString("base64url"),
      Buffer.from("[9]").toString("base64url"),
    ];
    for (const cursor of odd)
      await expect(listFleet(deps(), pat, { isMine: false, limit: 2, cursor })).rejects.toThrow("list");
  });
});

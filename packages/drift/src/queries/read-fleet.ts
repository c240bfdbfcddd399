import type { Stage } from "@greenroom/environments/schema";
import { AppError } from "@greenroom/errors";
import { listTeamsByIds } from "@greenroom/identity";
import { visibleTeamIds } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { type Database, Prisma } from "@greenroom/prisma";
import { z } from "zod";
import { DRIFT_STATES, type DriftState, EXPECTED_CLASSES } from "../lifecycle";
import { MAX_TYPES } from "../limits";
import type { FleetRow, FleetSummary, FleetSummaryInput, ListFleetInput } from "../schema";

interface Deps {
  db: Database;
  now: () => Date;
}

/** What most needs somebody comes first. */
const ORDER = ["DRIFTED", "NOT_CHECKED", "IN_SYNC"] as const satisfies readonly DriftState[];

/** Differences that somebody has to do something about, as `getEnvironmentDrift` counts them. */
const openFindings = (at: Date): Prisma.Sql => Prisma.sql`
  SELECT f."environmentId", f."stackKey", f."logicalId", f."resourceType", f."firstSeenAt", i.id AS "ignoreId"
  FROM "DriftFinding" f LEFT JOIN "DriftIgnore" i ON i.id = f."ignoreId"
  WHERE f."resolvedAt" IS NULL AND f."driftClass" NOT IN (${Prisma.join([...EXPECTED_CLASSES])})
    AND (i.id IS NULL OR i."expiresAt" <= ${at}::timestamptz)`;

/** Every environment with its state, of those that `where` leaves; one that is destroyed has none. */
const fleet = (at: Date, where: readonly Prisma.Sql[]): Prisma.Sql => Prisma.sql`
  open AS (${openFindings(at)}),
  counted AS (
    SELECT "environmentId", count(DISTINCT ("stackKey", "logicalId"))::int AS drifted,
      min("firstSeenAt") AS oldest, count("ignoreId")::int AS ended
    FROM open GROUP BY "environmentId"
  ),
  fleet AS (
    SELECT e.id, e.name, e."teamId", e.stage, last.id AS "checkId", last."finishedAt" AS "checkedAt",
      CASE WHEN last.id IS NULL THEN 'NOT_CHECKED' WHEN counted.drifted > 0 THEN 'DRIFTED' ELSE 'IN_SYNC' END AS state,
      CASE WHEN last.id IS NULL THEN 0 ELSE coalesce(counted.drifted, 0) END AS "driftedCount",
      CASE WHEN last.id IS NULL THEN 0 ELSE coalesce(counted.ended, 0) END AS "endedIgnores",
      CASE WHEN last.id IS NOT NULL THEN counted.oldest END AS "oldestSeenAt"
    FROM "Environment" e
    LEFT JOIN LATERAL (
      SELECT c.id, c."finishedAt" FROM "DriftCheck" c
      WHERE c."environmentId" = e.id AND c."environmentVersion" = e.version AND c.status = 'DONE'
      ORDER BY c."askedAt" DESC, c.id DESC LIMIT 1
    ) last ON true
    LEFT JOIN counted ON counted."environmentId" = e.id
    WHERE ${Prisma.join([Prisma.sql`e.status <> 'DESTROYED'`, ...where], " AND ")}
  )`;

const inTeams = (teamIds: readonly string[] | null): Prisma.Sql[] =>
  teamIds === null ? [] : [Prisma.sql`e."teamId" = ANY(${[...teamIds]})`];

const inScope = (actor: Actor, { teamId, stage }: FleetSummaryInput): Prisma.Sql[] => [
  ...inTeams(visibleTeamIds(actor)),
  ...inTeams(teamId === undefined ? null : [teamId]),
  ...(stage === undefined ? [] : [Prisma.sql`e.stage = ${stage}`]),
];

/**
 * How many environments of the actor's teams are in which state, what has drifted longest, and which types
 * drift most.
 */
export async function getFleetSummary(
  { db, now }: Deps,
  actor: Actor,
  input: FleetSummaryInput,
): Promise<FleetSummary> {
  const [at, scope] = [now(), inScope(actor, input)];
  const withFindings = Prisma.sql`e.id IN (SELECT "environmentId" FROM counted)`;
  const [groups, types] = await Promise.all([
    db.$queryRaw<
      { state: DriftState; count: number; checkedAt: Date | null; id: string; name: string; seenAt: Date }[]
    >`
      WITH ${fleet(at, scope)}
      SELECT state, count(*)::int AS count, max("checkedAt") AS "checkedAt", min("oldestSeenAt") AS "seenAt",
        (array_agg(id ORDER BY "oldestSeenAt", name, id))[1] AS id,
        (array_agg(name ORDER BY "oldestSeenAt", name, id))[1] AS name
      FROM fleet GROUP BY state`,
    db.$queryRaw<FleetSummary["types"]>`
      WITH ${fleet(at, [...scope, withFindings])}
      SELECT "resourceType", count(DISTINCT "environmentId")::int AS environments,
        count(DISTINCT ("environmentId", "stackKey", "logicalId"))::int AS resources
      FROM open JOIN fleet ON fleet.id = open."environmentId" WHERE state = 'DRIFTED'
      GROUP BY "resourceType" ORDER BY environments DESC, resources DESC, "resourceType" LIMIT ${MAX_TYPES}`,
  ]);
  const countOf = (state: DriftState) => groups.find((group) => group.state === state)?.count ?? 0;
  const drifted = groups.find(({ state }) => state === "DRIFTED");
  const checks = groups.flatMap(({ checkedAt }) => checkedAt?.getTime() ?? []);
  return {
    states: { IN_SYNC: countOf("IN_SYNC"), DRIFTED: countOf("DRIFTED"), NOT_CHECKED: countOf("NOT_CHECKED") },
    oldest: drifted ? { id: drifted.id, name: drifted.name, seenAt: drifted.seenAt } : null,
    checkedAt: checks.length > 0 ? new Date(Math.max(...checks)) : null,
    types,
  };
}

/**
 * A page of the environments of the actor's teams: drifted ones first, what has drifted longest at the top.
 */
export async function listFleet(
  { db, now }: Deps,
  actor: Actor,
  input: ListFleetInput,
): Promise<{ items: FleetRow[]; nextCursor: string | null }> {
  const mine = input.isMine ? inTeams(actor.memberships.map(({ teamId }) => teamId)) : [];
  const states = input.state === undefined ? [...DRIFT_STATES] : [input.state];
  const rows = await db.$queryRaw<(Omit<FleetRow, "team" | "stage"> & { teamId: string; stage: Stage })[]>`
    WITH ${fleet(now(), [...inScope(actor, input), ...mine])},
    page AS (
      SELECT *, array_position(${[...ORDER]}::text[], state) AS rank,
        coalesce("oldestSeenAt", '1970-01-01Z'::timestamptz) AS since
      FROM fleet WHERE state = ANY(${states})
    ),
    shown AS (
      SELECT * FROM page WHERE ${afterCursor(input.cursor)}
      ORDER BY rank, since, name, id LIMIT ${input.limit + 1}
    )
    SELECT shown.id, name, "teamId", stage, state, shown."driftedCount", "endedIgnores", "oldestSeenAt", "checkedAt",
      coalesce(c."checkedCount", 0) AS "checkedCount",
      coalesce(jsonb_array_length(c."notChecked"), 0) AS "notCheckedCount"
    FROM shown LEFT JOIN "DriftCheck" c ON c.id = shown."checkId" ORDER BY rank, since, name, shown.id`;
  const page = rows.slice(0, input.limit);
  const teams = await listTeamsByIds(
    db,
    page.map(({ teamId }) => teamId),
  );
  const last = page.at(-1);
  return {
    items: page.map(({ teamId, ...row }) => ({
      ...row,
      team: teams.get(teamId) ?? { id: teamId, slug: teamId, name: teamId, costCentre: "" },
    })),
    nextCursor: last && rows.length > input.limit ? writeCursor(last) : null,
  };
}

/** The states of some environments, of those that the actor sees. */
export function findDriftStates(
  { db, now }: Deps,
  actor: Actor,
  { environmentIds }: { environmentIds: readonly string[] },
): Promise<{ id: string; state: DriftState }[]> {
  const where = [...inTeams(visibleTeamIds(actor)), Prisma.sql`e.id = ANY(${[...environmentIds]})`];
  return db.$queryRaw`WITH ${fleet(now(), where)} SELECT id, state FROM fleet`;
}

/** The place of a row in the list. */
const positionSchema = z.tuple([
  z.number().int().min(1).max(ORDER.length),
  z.iso.datetime(),
  z.string().max(64),
  z.string().max(64),
]);

function writeCursor({ state, oldestSeenAt, name, id }: FleetRow | Omit<FleetRow, "team">): string {
  const since = (oldestSeenAt ?? new Date(0)).toISOString();
  const position: z.infer<typeof positionSchema> = [ORDER.indexOf(state) + 1, since, name, id];
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** @throws INVALID_INPUT for text that no list gave out */
function afterCursor(cursor: string | null | undefined): Prisma.Sql {
  if (!cursor) return Prisma.sql`true`;
  const position = positionSchema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (!position.success || position.data.some((part) => String(part).includes("\0")))
    throw new AppError("cursorInvalid", undefined, { field: "cursor" });
  const [rank, since, name, id] = position.data;
  return Prisma.sql`(rank, since, name, id) > (${rank}::int, ${since}::timestamptz, ${name}, ${id})`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

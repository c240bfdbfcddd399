import { createCallerFactory } from "@greenroom/identity";
import { may, visibleTeamIds } from "@greenroom/identity/permissions";
import { type Actor, ROLES, type Role } from "@greenroom/identity/schema";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Caller, COST_ROWS, DISCOUNT, type Row, type Team } from "../../testing/authorisation-of-costs";
import { makeTeam } from "../../testing/make-team";
import { createTestRouter } from "../../testing/test-router";
import type { AppRouter } from "./app-router";

let test: TestDatabase;
let appRouter: AppRouter;
let teams: Record<Side, Team>;

type Side = "own" | "other";
const spec = getBlueprint("ticketing").presets[0]!.spec as Record<string, unknown>;
let counter = 0;
const ACCOUNT = {
  accountId: "222233334444",
  name: "authorisation",
  regions: ["us-east-1"],
  roleArn: null,
  grafanaUrl: null,
};
let accountOfTests: string;
const input = (team: Team) => ({
  kind: "CREATE" as const,
  idempotencyKey: `authorisation-${++counter}`,
  name: `name-${counter}`,
  teamId: team.id,
  stage: "prod" as const,
  cloudAccountId: "",
  region: "us-east-1",
  blueprint: "ticketing",
  spec,
  lifetimeDays: null,
  reason: "authorisation",
});

/** Every procedure there is. A new one without a row fails the first test below. */
const MATRIX: Record<string, Row> = {
  "identity.me": { permission: null, call: (caller) => caller.identity.me() },
  "identity.teams": { permission: null, call: (caller) => caller.identity.teams() },
  "environments.get": {
    permission: "environment.view",
    call: (caller, { environmentId }) => caller.environments.get({ environmentId }),
  },
  "environments.remainingSteps": {
    permission: "environment.view",
    call: (caller, { environmentId }) => caller.environments.remainingSteps({ environmentId }),
  },
  "environments.list": { permission: null, call: (caller) => caller.environments.list({}) },
  ...COST_ROWS,
  "drift.ofEnvironment": {
    permission: "environment.view",
    call: (caller, { environmentId }) => caller.drift.ofEnvironment({ environmentId }),
  },
  "drift.summary": { permission: null, call: (caller) => caller.drift.summary({}) },
  "drift.list": { permission: null, call: (caller) => caller.drift.list({}) },
  "drift.states": {
    permission: null,
    call: (caller, { environmentId }) => caller.drift.states({ environmentIds: [environmentId] }),
  },
  "drift.check": {
    permission: "drift.check",
    call: (caller, { environmentId }) => caller.drift.check({ environmentId }),
  },
  "drift.ignore": {
    permission: "drift.ignore",
    call: (caller, { findingId }) => caller.drift.ignore({ findingId, reason: "for the sale", days: 1 }),
  },
  "drift.stopIgnoring": {
    permission: "drift.ignore",
    call: (caller, { ignoreId }) => caller.drift.stopIgnoring({ ignoreId }),
  },
  "health.ofEnvironment": {
    permission: "environment.view",
    call: (caller, { environmentId }) => caller.health.ofEnvironment({ environmentId }),
  },
  "health.list": {
    permission: null,
    call: (caller, { environmentId }) => caller.health.list({ environmentIds: [environmentId] }),
  },
  "accounts.list": { permission: "account.manage", call: (caller) => caller.accounts.list() },
  "accounts.add": { permission: "account.manage", call: (caller) => caller.accounts.add(ACCOUNT) },
  "accounts.change": {
    permission: "account.manage",
    call: (caller) => caller.accounts.change({ ...ACCOUNT, id: accountOfTests, version: 1 }),
  },
  "accounts.test": {
    permission: "account.manage",
    call: (caller) => caller.accounts.test({ id: accountOfTests }),
  },
  "requests.formContext": { permission: null, call: (caller) => caller.requests.formContext() },
  "requests.check": { permission: null, call: (caller, team) => caller.requests.check(input(team)) },
  "requests.submit": {
    permission: "request.create",
    call: (caller, team) => caller.requests.submit(input(team)),
  },
  "requests.get": {
    permission: "request.view",
    call: (caller, { requestId }) => caller.requests.get({ requestId }),
  },
  "requests.list": { permission: null, call: (caller) => caller.requests.list({}) },
  "requests.approve": {
    permission: "request.decide",
    call: (caller, { requestId }) => caller.requests.approve({ requestId, digest: "another" }),
  },
  "requests.reject": {
    permission: "request.decide",
    call: (caller, { requestId }) => caller.requests.reject({ requestId, digest: "another", note: "no way" }),
  },
  "requests.withdraw": {
    permission: "request.withdraw",
    call: (caller, { requestId }) => caller.requests.withdraw({ requestId, reason: "no way" }),
  },
  "runs.get": { permission: "run.view", call: (caller, { runId }) => caller.runs.get({ runId }) },
  "runs.list": { permission: null, call: (caller) => caller.runs.list({}) },
  "runs.workers": { permission: null, call: (caller) => caller.runs.workers() },
  "runs.watch": {
    permission: "run.view",
    call: async (caller, { endedRunId }) => {
      for await (const _ of await caller.runs.watch({ runId: endedRunId }))
        throw new Error("It has no events.");
    },
  },
  "runs.template": {
    permission: "run.view",
    call: (caller, { runId }) => caller.runs.template({ runId, stackKey: "network" }),
  },
  "runs.architecture": {
    permission: "run.view",
    call: (caller, { runId }) => caller.runs.architecture({ runId }),
  },
  "runs.deployedArchitecture": {
    permission: "environment.view",
    call: (caller, { environmentId }) => caller.runs.deployedArchitecture({ environmentId }),
  },
  "runs.cancel": {
    permission: "run.cancel",
    call: (caller, { endedRunId }) => caller.runs.cancel({ runId: endedRunId }),
  },
  "runs.retry": {
    permission: "run.retry",
    call: (caller, { endedRunId }) => caller.runs.retry({ runId: endedRunId, mode: "RETRY" }),
  },
  "audit.list": { permission: null, call: (caller) => caller.audit.list({}) },
  "audit.verify": { permission: null, call: (caller) => caller.audit.verify() },
};

beforeAll(async () => {
  test = await testDatabase();
  const db = test.prisma;
  await seedDemo(db);
  appRouter = createTestRouter(db);
  accountOfTests = (await db.cloudAccount.findFirstOrThrow()).id;
  teams = { own: await makeTeam(db, "box-office"), other: await makeTeam(db, "venues") };
});
afterAll(() => test.close());

const callerOf = (actor: Actor | null): Caller =>
  createCallerFactory(appRouter)({
    loadActor: async () => actor,
    log: { info() {}, error() {} } as never,
  });
/** A person with that one role, also in the database: commands read there who acts. */
async function actorOf(role: Role | null, userId = "somebody"): Promise<Actor> {
  const person = { name: "Somebody", email: "somebody@x.test" };
  const memberships = role === null ? [] : [{ teamId: teams.own.id, role }];
  await test.prisma.user.deleteMany({ where: { id: userId } });
  await test.prisma.user.create({
    data: { ...person, id: userId, issuer: "test", subject: userId, memberships: { create: memberships } },
  });
  return { ...person, userId, memberships };
}

const REFUSALS = ["UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND"];
/** Whatever is wrong beside the right to ask (a conflict, a stale digest, bad input) comes after it. */
async function isAllowed(row: Row, actor: Actor | null, team: Team): Promise<boolean> {
  try {
    await row.call(callerOf(actor), team);
    return true;
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
    const key = (error.cause as { says?: { key: string } } | undefined)?.says?.key;
    // The run is there and may be seen; only the template it never planned is not.
    return key === "templateNotFound" || !REFUSALS.includes(error.code);
  }
}

describe("every procedure × every role × own, other team and anonymous", () => {
  it("has a row for each procedure and no row too many", () => {
    expect(Object.keys(MATRIX).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  });

  it.each(Object.keys(MATRIX))("%s is refused to a visitor", async (path) => {
    await expect(MATRIX[path]!.call(callerOf(null), teams.own)).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  });

  const cases = Object.keys(MATRIX)
    .filter((path) => MATRIX[path]!.permission !== null)
    .flatMap((path) => [...ROLES, null].map((role) => ({ path, role })));
  it.each(cases)("$path by $role is decided as the table says", async ({ path, role }) => {
    const row = MATRIX[path]!;
    for (const side of ["own", "other"] as const) {
      const team = teams[side];
      for (const userId of ["somebody", team.ownerId]) {
        const actor = await actorOf(role, userId);
        const subject = { teamId: team.id, ownerId: team.ownerId };
        const isOwnDecision = row.permission === "request.decide" && userId === team.ownerId;
        const expected = may(actor, row.permission!, subject) && !isOwnDecision;
        expect({ side, userId, allowed: await isAllowed(row, actor, team) }).toEqual({
          side,
          userId,
          allowed: expected,
        });
      }
    }
  });

  it("answers everybody who is signed in where no permission is asked for, with their teams' things only", async () => {
    for (const role of [...ROLES, null]) {
      const actor = await actorOf(role);
      for (const [path, row] of Object.entries(MATRIX).filter(([, { permission }]) => permission === null)) {
        const expected = path !== "audit.verify" || role !== null;
        expect({ path, role, allowed: await isAllowed(row, actor, teams.own) }).toEqual({
          path,
          role,
          allowed: expected,
        });
      }
      const caller = callerOf(actor);
      const lists = await Promise.all([
        caller.environments.list({}),
        caller.requests.list({}),
        caller.runs.list({}),
        caller.drift.list({}),
      ]);
      const visible = visibleTeamIds(actor);
      const shown = lists.flatMap(({ items }) => items.map(({ team }) => team.id));
      if (visible === null) expect(new Set(shown).size).toBe(2);
      else expect(shown.filter((teamId) => !visible.includes(teamId))).toEqual([]);
      const audit = await caller.audit.list({});
      if (visible) expect(audit.items.filter(({ teamId }) => !visible.includes(teamId ?? ""))).toEqual([]);
    }
  });

  it("tells people of no team nothing of accounts, networks, discounts, teams or what they have", async () => {
    const db = test.prisma;
    const engineer = await actorOf("PLATFORM_ENGINEER");
    await callerOf(engineer).costs.setDiscount(DISCOUNT);
    const context = await callerOf(engineer).requests.formContext();
    const { accounts, suggestedCidrs } = context;
    const people = await db.user.findMany({ where: { issuer: { not: "test" } } });
    const secrets = [
      ...accounts.flatMap(({ id, accountId, name }) => [id, accountId, name]),
      ...Object.values(suggestedCidrs),
      ...context.teams.flatMap(({ id, slug, name, costCentre }) => [
        id,
        `"${slug}"`,
        `"${name}"`,
        costCentre,
      ]),
      ...people.flatMap(({ name, email }) => [name, email]),
      ...Object.values(teams).flatMap((team) => [team.environmentId, team.requestId, team.runId]),
      DISCOUNT.name,
      `"percent":"${DISCOUNT.percent}"`,
      "env-box-office",
      "env-venues",
      "asked-venues",
    ];
    const stranger = callerOf(await actorOf(null));
    const [account] = accounts;
    const taken = { ...input(teams.own), cloudAccountId: account!.id, name: "env-venues" };
    const calls = [
      ...Object.entries(MATRIX).map(([path, row]) => ({ path, call: () => row.call(stranger, teams.own) })),
      { path: "a name and a network that others have", call: () => stranger.requests.check(taken) },
      {
        path: "the same of no team",
        call: () => stranger.requests.check({ ...taken, teamId: undefined } as never),
      },
    ];
    for (const { path, call } of calls) {
      const told = await call().then(
        (answer) => JSON.stringify(answer) ?? "",
        (error: TRPCError) => `${error.message} ${JSON.stringify(error.cause)}`,
      );
      expect({ path, secrets: secrets.filter((secret) => told.includes(secret)) }).toEqual({
        path,
        secrets: [],
      });
    }
  });
});

import { createAccountsRouter } from "@greenroom/accounts/router";
import { createAuditRouter } from "@greenroom/audit/router";
import { createCostsRouter } from "@greenroom/costs/router";
import { createDriftRouter } from "@greenroom/drift/router";
import { createEnvironmentsRouter } from "@greenroom/environments/router";
import { createHealthRouter } from "@greenroom/health/router";
import { createCallerFactory, loadSessionActor, router, startSession } from "@greenroom/identity";
import { createIdentityRouter } from "@greenroom/identity/router";
import type { Actor } from "@greenroom/identity/schema";
import { LOCKS } from "@greenroom/prisma";
import { executeSql } from "@greenroom/prisma/testing";
import { createRunsRouter } from "@greenroom/provisioning/router";
import { createRequestsRouter } from "@greenroom/requests/router";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFixture, type Fixture } from "../../../../packages/requests/testing/fixture";
import { eventually } from "../../../../scripts/testing/eventually";
import type { Caller } from "../../testing/authorisation-of-costs";
import { finding } from "../../testing/drift-finding";
import type { AppRouter } from "./app-router";

const REFUSALS = ["UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND"];

let fixture: Fixture;
let appRouter: AppRouter;
/** A platform engineer, whom every command is open to. */
const ENGINEER = { issuer: "demo", subject: "pat" };

beforeAll(async () => {
  fixture = await createFixture();
  const deps = { ...fixture.deps, runEvents: { subscribe: () => () => {} } };
  appRouter = router({
    identity: createIdentityRouter(deps),
    accounts: createAccountsRouter(deps),
    environments: createEnvironmentsRouter(deps),
    costs: createCostsRouter(deps),
    drift: createDriftRouter(deps),
    health: createHealthRouter(deps),
    requests: createRequestsRouter(deps),
    runs: createRunsRouter(deps),
    audit: createAuditRouter(deps),
  }) satisfies AppRouter;
});
afterAll(() => fixture.close());

const day = "2026-03-01";
const ACCOUNT = {
  accountId: "222233334444",
  name: "revoked",
  regions: ["us-east-1"],
  roleArn: null,
  grafanaUrl: null,
};
const budget = (teamId: string) => ({ teamId, environmentId: null, monthlyUsd: "10", thresholds: [] });
const discount = (name: string) => ({
  name,
  service: "AmazonVPC",
  skuPrefix: "",
  percent: "10",
  startsOn: "2026-01-01",
  cloudAccountId: null,
  region: null,
  endsOn: null,
});
const teamOf = async (slug: string) => (await fixture.db.team.findUniqueOrThrow({ where: { slug } })).id;

/**
 * Of every command: what has to be there, and the call that then succeeds once. A new command without a row
 * fails the first test.
 */
const COMMANDS: Record<string, () => Promise<(caller: Caller) => Promise<unknown>>> = {
  "requests.submit": async () => {
    const input = fixture.createInput();
    return (caller) => caller.requests.submit(input);
  },
  "requests.approve": async () => {
    const asked = await fixture.submitAndPlan(fixture.createInput());
    return (caller) => caller.requests.approve(asked);
  },
  "requests.reject": async () => {
    const asked = await fixture.submitAndPlan(fixture.createInput());
    return (caller) => caller.requests.reject({ ...asked, note: "no way" });
  },
  "requests.withdraw": async () => {
    const { id: requestId } = await fixture.as("rina").submit(fixture.createInput());
    return (caller) => caller.requests.withdraw({ requestId, reason: "no need" });
  },
  "runs.cancel": async () => {
    const asked = await fixture.submitAndPlan(fixture.createInput());
    const { runId } = await fixture.as("marco").approve(asked);
    return (caller) => caller.runs.cancel({ runId: runId ?? "" });
  },
  "runs.retry": async () => {
    const asked = await fixture.submitAndPlan(fixture.createInput());
    const { runId } = await fixture.as("marco").approve(asked);
    await fixture.finishRun(runId ?? "", "FAILED");
    return (caller) => caller.runs.retry({ runId: runId ?? "", mode: "RETRY" });
  },
  "drift.check": async () => {
    const { environmentId } = await fixture.build();
    return (caller) => caller.drift.check({ environmentId });
  },
  "drift.ignore": async () => {
    const { environmentId } = await fixture.build();
    const { id: findingId } = await fixture.db.driftFinding.create({ data: finding(environmentId) });
    return (caller) => caller.drift.ignore({ findingId, reason: "Until the sale is over.", days: 7 });
  },
  "drift.stopIgnoring": async () => {
    const { environmentId } = await fixture.build();
    const { id: findingId } = await fixture.db.driftFinding.create({ data: finding(environmentId) });
    await asEngineer().drift.ignore({ findingId, reason: "Until the sale is over.", days: 7 });
    const { id: ignoreId } = await fixture.db.driftIgnore.findFirstOrThrow({ where: { environmentId } });
    return (caller) => caller.drift.stopIgnoring({ ignoreId });
  },
  "accounts.add": async () => (caller) => caller.accounts.add(ACCOUNT),
  "accounts.change": async () => {
    const { id, accountId, name, regions } = await fixture.db.cloudAccount.findFirstOrThrow();
    const changed = { ...ACCOUNT, id, accountId, regions, name: `${name} of next year`, version: 1 };
    return (caller) => caller.accounts.change(changed);
  },
  "accounts.test": async () => {
    const { id } = await fixture.db.cloudAccount.findFirstOrThrow();
    return (caller) => caller.accounts.test({ id });
  },
  "costs.setDiscount": async () => (caller) => caller.costs.setDiscount(discount("to be set")),
  "costs.removeDiscount": async () => {
    await asEngineer().costs.setDiscount(discount("to be removed"));
    return (caller) => caller.costs.removeDiscount({ name: "to be removed" });
  },
  "costs.setBudget": async () => {
    const teamId = await teamOf("box-office");
    return (caller) => caller.costs.setBudget({ ...budget(teamId), version: 0 });
  },
  "costs.removeBudget": async () => {
    const teamId = await teamOf("venues");
    const { version } = await asEngineer().costs.setBudget({ ...budget(teamId), version: 0 });
    return (caller) => caller.costs.removeBudget({ teamId, environmentId: null, version });
  },
  "costs.acknowledgeAlert": async () => {
    const { id: alertId } = await fixture.db.budgetAlert.create({
      data: {
        budget: { create: { teamId: await teamOf("platform"), monthlyUsd: "10" } },
        kind: "CROSSING",
        value: "80",
        effect: "NOTIFY",
        figure: "SO_FAR",
        trigger: "month:2026-03",
        usd: "9",
        limitUsd: "8",
      },
    });
    return (caller) => caller.costs.acknowledgeAlert({ alertId });
  },
  "costs.dismissAnomaly": async () => {
    const { environmentId } = await fixture.build();
    const anomaly = { environmentId, service: "VPC", component: "NAT gateway" };
    await fixture.db.costAnomaly.create({
      data: { ...anomaly, day: new Date(day), usd: "20", expectedUsd: "10" },
    });
    return (caller) => caller.costs.dismissAnomaly({ ...anomaly, day, reason: "a load test" });
  },
};

const callerOf = (actor: Actor): Caller =>
  createCallerFactory(appRouter)({
    loadActor: async () => actor,
    log: { info() {}, error() {} } as never,
  });
const asEngineer = () => callerOf(fixture.people.pat);

async function signIn(): Promise<Actor> {
  const session = await startSession(fixture.deps, ENGINEER);
  const actor = session && (await loadSessionActor(fixture.deps, session.id));
  if (!actor) throw new Error("The engineer could not sign in.");
  return actor;
}

/** Holds something that the command needs until `release`. */
async function hold(sql: string): Promise<{ release: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: fixture.ownerUrl });
  await client.connect();
  await client.query("BEGIN");
  await client.query(sql);
  return {
    release: async () => {
      await client.query("COMMIT");
      await client.end();
    },
  };
}

const someoneWaits = () =>
  eventually(async () => {
    const rows = await executeSql(
      fixture.ownerUrl,
      `SELECT 1 FROM pg_locks WHERE NOT granted AND pid IN
           (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });

/** What the command comes to when this is held from before it and `meanwhile` happens while it waits. */
async function whileItWaits(held: string, call: () => Promise<unknown>, meanwhile: () => Promise<unknown>) {
  const lock = await hold(held);
  const outcome = call().then(
    () => "done",
    (error: { code: string }) => error.code,
  );
  await someoneWaits();
  // Nobody who takes a right away has to wait for the one whose right it was.
  await meanwhile();
  await lock.release();
  return outcome;
}

const HELD = {
  // Every command that does something waits for it, whatever else it waits for.
  "the audit trail": `SELECT pg_advisory_xact_lock(${LOCKS.auditTrail.number})`,
  // Every table but those that say who somebody is: a revocation waits for nobody.
  "the rows": `DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema()
      AND tablename NOT IN ('User', 'Membership', 'Session', '_prisma_migrations') ORDER BY tablename
    LOOP EXECUTE format('LOCK TABLE %I IN EXCLUSIVE MODE', name); END LOOP; END $$`,
};
const REVOCATIONS: Record<string, (actor: Actor) => Promise<unknown>> = {
  "their role is lowered": ({ userId }) =>
    fixture.db.membership.updateMany({ where: { userId }, data: { role: "VIEWER" } }),
  "their membership is deleted": ({ userId }) => fixture.db.membership.deleteMany({ where: { userId } }),
  "they are disabled": ({ userId: id }) =>
    fixture.db.user.update({ where: { id }, data: { disabledAt: new Date() } }),
  "they sign out": ({ sessionId }) => fixture.db.session.delete({ where: { id: sessionId } }),
};
async function restore({ userId, memberships }: Actor) {
  await fixture.db.user.update({ where: { id: userId }, data: { disabledAt: null } });
  await fixture.db.membership.deleteMany({ where: { userId } });
  await fixture.db.membership.createMany({
    data: memberships.map((membership) => ({ ...membership, userId })),
  });
}

const trail = () => fixture.db.auditEvent.findMany({ orderBy: { sequence: "asc" } });

describe("a command whose actor loses the right to it while it waits", () => {
  it("has a row here, whichever it is", () => {
    const mutations = Object.entries(appRouter._def.procedures)
      .filter(
        ([, procedure]) => (procedure as unknown as { _def: { type: string } })._def.type === "mutation",
      )
      .map(([path]) => path);
    expect(Object.keys(COMMANDS).sort()).toEqual(mutations.sort());
  });

  it.each(Object.keys(COMMANDS))("%s is refused and leaves nothing but the note of it", async (path) => {
    const call = await COMMANDS[path]!();
    for (const [index, revoke] of Object.values(REVOCATIONS).entries()) {
      const held = Object.values(HELD)[index % 2]!;
      const actor = await signIn();
      const before = await trail();
      const outcome = await whileItWaits(
        held,
        () => call(callerOf(actor)),
        () => revoke(actor),
      );
      await restore(actor);
      expect({ index, isRefused: REFUSALS.includes(outcome), outcome }).toMatchObject({ isRefused: true });
      expect((await trail()).slice(before.length)).toMatchObject([
        { action: "person.refused", actorId: actor.userId, subjectId: actor.userId },
      ]);
    }
    // And it was nothing else that stood in its way.
    const actor = await signIn();
    const outcome = await whileItWaits(
      HELD["the audit trail"],
      () => call(callerOf(actor)),
      async () => {},
    );
    expect(outcome).toBe("done");
  });

  it("is done when only another role was taken away, and what it needs is still theirs", async () => {
    const venues = await teamOf("venues");
    const { userId } = fixture.people.pat;
    await fixture.db.membership.create({ data: { userId, teamId: venues, role: "VIEWER" } });
    const actor = await signIn();
    const asked = await fixture.submitAndPlan(fixture.createInput());
    const outcome = await whileItWaits(
      HELD["the audit trail"],
      () => callerOf(actor).requests.approve(asked),
      () => fixture.db.membership.deleteMany({ where: { userId, teamId: venues } }),
    );
    expect(outcome).toBe("done");
  });
});

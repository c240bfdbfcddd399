import { ENVIRONMENT_ACTIONS, ENVIRONMENT_STATUSES } from "@greenroom/environments/lifecycle";
import { createCallerFactory } from "@greenroom/identity";
import { type Actor, ROLES } from "@greenroom/identity/schema";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import {
  isActive,
  RETRY_ACTIONS,
  RETRY_MODES,
  RUN_ACTIONS,
  RUN_STATUSES,
} from "@greenroom/provisioning/lifecycle";
import { REQUEST_ACTIONS, REQUEST_STATUSES } from "@greenroom/requests/lifecycle";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Caller } from "../../testing/authorisation-of-costs";
import { createTestRouter } from "../../testing/test-router";

let test: TestDatabase;
let place: ReturnType<typeof placeOf>;
let callerOf: (actor: Actor) => Caller;
let counter = 0;

const spec = getBlueprint("ticketing").presets[0]!.spec as object;
const placeOf = (teamId: string, cloudAccountId: string) => ({
  teamId,
  cloudAccountId,
  region: "us-east-1",
  stage: "dev",
  blueprint: "ticketing",
  blueprintVersion: "0",
  spec,
});

beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
  const account = await test.prisma.cloudAccount.findFirstOrThrow();
  const team = await test.prisma.team.findUniqueOrThrow({ where: { slug: "box-office" } });
  place = placeOf(team.id, account.id);
  const createCaller = createCallerFactory(createTestRouter(test.prisma));
  callerOf = (actor) =>
    createCaller({ loadActor: async () => actor, log: { info() {}, error() {} } as never });
});
afterAll(() => test.close());

const PEOPLE = [...ROLES, null].flatMap((role) => [true, false].map((isOwn) => ({ role, isOwn })));

/** A person with that one role, also in the database: commands read there who acts. */
async function personWith(role: (typeof ROLES)[number] | null): Promise<Actor> {
  const userId = `person-${++counter}`;
  const memberships = role === null ? [] : [{ teamId: place.teamId, role }];
  const person = { name: "Somebody", email: "somebody@x.test" };
  await test.prisma.user.create({
    data: { ...person, id: userId, issuer: "test", subject: userId, memberships: { create: memberships } },
  });
  return { ...person, userId, memberships };
}

/** Whether a command does what it was asked for; a fault is no answer. */
async function isAccepted(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
    return false;
  }
}

/** What a page offers of a thing; nothing of one that is not there for the reader. */
async function offeredOf<Action>(view: Promise<{ allowedActions: Action[] }>): Promise<Action[]> {
  return view.then(
    ({ allowedActions }) => allowedActions,
    (error) => (error.code === "NOT_FOUND" ? [] : Promise.reject(error)),
  );
}

async function makeRequest(status: (typeof REQUEST_STATUSES)[number], requesterId: string) {
  counter++;
  const { id } = await test.prisma.request.create({
    data: {
      ...place,
      kind: "CREATE",
      status,
      requesterId,
      environmentName: `asked-${counter}`,
      digest: "digest",
      reason: "a test",
      idempotencyKey: `key-${counter}`,
    },
  });
  return id;
}

it.each(REQUEST_STATUSES)(
  "offers on a request that is %s what its commands accept, and nothing else",
  async (status) => {
    for (const { role, isOwn } of PEOPLE) {
      const actor = await personWith(role);
      const { requests } = callerOf(actor);
      const make = () => makeRequest(status, isOwn ? actor.userId : "other");
      const commands = {
        approve: (requestId: string) => requests.approve({ requestId, digest: "digest" }),
        reject: (requestId: string) => requests.reject({ requestId, digest: "digest", note: "no way" }),
        withdraw: (requestId: string) => requests.withdraw({ requestId, reason: "no need" }),
      };
      const offered = await offeredOf(requests.get({ requestId: await make() }));
      const accepted = [];
      for (const action of REQUEST_ACTIONS)
        if (await isAccepted(commands[action](await make()))) accepted.push(action);
      expect({ role, isOwn, offered }).toEqual({ role, isOwn, offered: accepted });
    }
  },
);

async function makeEnvironment(status: (typeof ENVIRONMENT_STATUSES)[number], ownerId: string) {
  // One at a time: a second one would want the same network.
  await test.prisma.environment.deleteMany();
  await test.prisma.request.deleteMany();
  return test.prisma.environment.create({ data: { ...place, name: `env-${++counter}`, status, ownerId } });
}

it.each(ENVIRONMENT_STATUSES)(
  "offers on an environment that is %s what its commands accept, and nothing else",
  async (status) => {
    for (const { role, isOwn } of PEOPLE) {
      const actor = await personWith(role);
      const { requests, environments } = callerOf(actor);
      const make = () => makeEnvironment(status, isOwn ? actor.userId : "other");
      const ask = { idempotencyKey: "key-of-the-form", baseEnvironmentVersion: 1, reason: "a test" };
      const commands = {
        change: (environmentId: string) =>
          requests.submit({ ...ask, kind: "CHANGE", environmentId, spec: spec as never, lifetimeDays: 5 }),
        destroy: (environmentId: string, typedName: string) =>
          requests.submit({ ...ask, kind: "DESTROY", environmentId, typedName }),
      };
      const offered = await offeredOf(environments.get({ environmentId: (await make()).id }));
      const accepted = [];
      for (const action of ENVIRONMENT_ACTIONS) {
        const { id, name } = await make();
        if (await isAccepted(commands[action](id, name))) accepted.push(action);
      }
      expect({ role, isOwn, offered }).toEqual({ role, isOwn, offered: accepted });
    }
  },
);

/** The last word of a stack, from which the way on follows. */
const LAST_WORDS = {
  RETRY: "UPDATE_ROLLBACK_COMPLETE",
  CLEAN: "ROLLBACK_COMPLETE",
  ROLL_BACK: "UPDATE_ROLLBACK_FAILED",
};
type RunCase = {
  status: (typeof RUN_STATUSES)[number];
  mode: (typeof RETRY_MODES)[number];
  isNewest: boolean;
};

async function makeRun({ status, mode, isNewest }: RunCase, requesterId: string) {
  const { id: environmentId, name } = await makeEnvironment(
    isActive(status) ? "PROVISIONING" : isNewest ? "FAILED" : "READY",
    "other",
  );
  const requestId = await makeRequest("APPROVED", requesterId);
  const ofEnvironment = { requestId, environmentId, environmentName: name, teamId: place.teamId };
  const event = {
    kind: "RESOURCE",
    stackKey: "network",
    logicalId: "S",
    resourceType: "AWS::CloudFormation::Stack",
    resourceStatus: LAST_WORDS[mode],
    physicalId: null,
    reason: null,
    isRootCause: false,
  };
  const { id } = await test.prisma.run.create({
    data: {
      ...ofEnvironment,
      kind: "APPLY",
      status,
      digest: "digest",
      lastSequence: 1,
      events: { create: { sequence: 1, at: new Date(), kind: "RESOURCE", data: event } },
    },
  });
  return id;
}

const RUN_CASES: RunCase[] = [
  ...RUN_STATUSES.map((status) => ({ status, mode: "RETRY" as const, isNewest: true })),
  ...(["CLEAN", "ROLL_BACK"] as const).map((mode) => ({ status: "FAILED" as const, mode, isNewest: true })),
  { status: "FAILED", mode: "RETRY", isNewest: false },
];
it.each(RUN_CASES)(
  "offers on a run that is $status (way on: $mode, newest: $isNewest) what its commands accept",
  async (one) => {
    for (const { role, isOwn } of PEOPLE) {
      const actor = await personWith(role);
      const { runs } = callerOf(actor);
      const make = () => makeRun(one, isOwn ? actor.userId : "other");
      const offered = await offeredOf(runs.get({ runId: await make() }));
      const accepted = [];
      for (const action of RUN_ACTIONS) {
        const runId = await make();
        const mode = RETRY_MODES.find((way) => RETRY_ACTIONS[way] === action);
        const call = mode ? runs.retry({ runId, mode }) : runs.cancel({ runId });
        if (await isAccepted(call)) accepted.push(action);
      }
      expect({ role, isOwn, offered }).toEqual({ role, isOwn, offered: accepted });
    }
  },
);

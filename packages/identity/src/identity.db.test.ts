import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createCallerFactory,
  endSession,
  listPeopleWhoMay,
  loadActor,
  loadSessionActor,
  pruneSessions,
  startSession,
  upsertUserFromSignIn,
} from ".";
import { createIdentityRouter } from "./router";
import type { Actor } from "./schema";

let test: TestDatabase;
const deps = () => ({ db: test.prisma });
const person = (subject: string) => loadActor(deps(), { issuer: "demo", subject });
const caller = (actor: Actor | null) =>
  createCallerFactory(createIdentityRouter(deps()))({
    loadActor: async () => actor,
    log: { info() {}, error() {} } as never,
  });

beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
});
afterAll(() => test.close());

describe("who calls", () => {
  it("is known by issuer and subject together", async () => {
    expect(await person("rina")).toMatchObject({
      name: "Rina Choi",
      memberships: [{ role: "REQUESTER" }],
    });
    expect(await loadActor(deps(), { issuer: "elsewhere", subject: "rina" })).toBeNull();
    expect(await person("nobody")).toBeNull();
  });

  it("has the roles of this moment", async () => {
    const rina = await person("rina");
    await test.prisma.membership.updateMany({ where: { userId: rina!.userId }, data: { role: "VIEWER" } });
    expect((await person("rina"))?.memberships[0]?.role).toBe("VIEWER");
    await test.prisma.membership.updateMany({ where: { userId: rina!.userId }, data: { role: "REQUESTER" } });
  });

  it("is nobody once disabled, even when signing in again", async () => {
    const signIn = { issuer: "oidc", subject: "gone", email: "gone@x.test", name: "Gone" };
    const user = await upsertUserFromSignIn(deps(), signIn);
    await test.prisma.user.update({ where: { id: user!.id }, data: { disabledAt: new Date(0) } });
    expect(await upsertUserFromSignIn(deps(), signIn)).toBeNull();
    expect(await loadActor(deps(), signIn)).toBeNull();
  });
});

describe("a session", () => {
  let at: Date;
  const clock = () => ({ ...deps(), now: () => at });
  const hour = 3_600_000;
  const begin = async (subject = "vera", replaces?: string) =>
    (await startSession(clock(), { issuer: "demo", subject, replaces }))!.id;
  const later = (hours: number) => {
    at = new Date(at.getTime() + hours * hour);
  };
  beforeEach(() => {
    at = new Date("2026-05-04T08:00:00Z");
  });

  it("is who signed in, with the roles of this moment, until they sign out", async () => {
    const id = await begin();
    const vera = await person("vera");
    expect(await loadSessionActor(clock(), id)).toEqual({ ...vera, sessionId: id });
    await test.prisma.membership.updateMany({ where: { userId: vera!.userId }, data: { role: "APPROVER" } });
    expect((await loadSessionActor(clock(), id))?.memberships).toMatchObject([{ role: "APPROVER" }]);
    await test.prisma.membership.updateMany({ where: { userId: vera!.userId }, data: { role: "VIEWER" } });
    await endSession(clock(), id);
    await endSession(clock(), id);
    expect(await loadSessionActor(clock(), id)).toBeNull();
    expect(await loadSessionActor(clock(), "made-up")).toBeNull();
  });

  it("is found with its person and roles in one read", async () => {
    const id = await begin();
    const queries = vi.spyOn(test.prisma, "$queryRaw");
    const client = new Proxy(test.prisma, {
      get: (target, name) => {
        if (name === "$queryRaw") return target.$queryRaw.bind(target);
        throw new Error(`A page read ${String(name)} beside the actor.`);
      },
    });
    expect(await loadSessionActor({ ...clock(), db: client }, id)).toMatchObject({ name: "Vera Lind" });
    expect(queries).toHaveBeenCalledTimes(1);
    queries.mockRestore();
  });

  it("ends after a week however busy, and after twelve hours of nothing", async () => {
    const busy = await begin();
    const idle = await begin();
    for (let day = 0; day < 14; day++) {
      later(11.9);
      expect(await loadSessionActor(clock(), busy)).not.toBeNull();
      if (day > 0) expect(await loadSessionActor(clock(), idle)).toBeNull();
    }
    later(2);
    expect(await loadSessionActor(clock(), busy)).toBeNull();
  });

  it("ends the one that the browser had before", async () => {
    const before = await begin();
    const after = await begin("theo", before);
    expect(await loadSessionActor(clock(), before)).toBeNull();
    expect(await loadSessionActor(clock(), after)).toMatchObject({ name: "Theo Park" });
  });

  it("dies with everything its person is signed in to when they are disabled, and does not come back", async () => {
    const ids = [await begin("theo"), await begin("theo")];
    const disable = (disabledAt: Date | null) =>
      test.prisma.user.updateMany({ where: { subject: "theo" }, data: { disabledAt } });
    await disable(at);
    expect(await startSession(clock(), { issuer: "demo", subject: "theo" })).toBeNull();
    await disable(null);
    for (const id of ids) expect(await loadSessionActor(clock(), id)).toBeNull();
  });

  it("leaves no record behind once it is over", async () => {
    await test.prisma.session.deleteMany();
    await begin();
    later(6);
    const kept = await begin();
    later(7);
    expect(await pruneSessions(clock())).toBe(1);
    expect(await test.prisma.session.findMany({ select: { id: true } })).toEqual([{ id: kept }]);
    later(7 * 24);
    expect(await pruneSessions(clock())).toBe(1);
  });
});

describe("signing in", () => {
  it("remembers a new person, who belongs to no team and gets no error for it", async () => {
    const signIn = { issuer: "oidc", subject: "42", email: "new@x.test", name: "New Person" };
    await upsertUserFromSignIn(deps(), signIn);
    const actor = await loadActor(deps(), signIn);
    expect(actor?.memberships).toEqual([]);
    expect(await caller(actor).me()).toMatchObject({ memberships: [] });
    expect(await caller(actor).teams()).toEqual([]);
  });

  it("keeps the person when name and address change", async () => {
    const signIn = { issuer: "oidc", subject: "43", email: "a@x.test", name: "A" };
    const first = await upsertUserFromSignIn(deps(), signIn);
    const second = await upsertUserFromSignIn(deps(), { ...signIn, email: "b@x.test", name: "B" });
    expect(second).toEqual({ id: first!.id, email: "b@x.test", name: "B" });
  });

  it("never takes over somebody with the same address at another provider", async () => {
    const pat = await person("pat");
    await upsertUserFromSignIn(deps(), {
      issuer: "evil",
      subject: "pat",
      email: pat!.email,
      name: "Pat Kim",
    });
    const impostor = await loadActor(deps(), { issuer: "evil", subject: "pat" });
    expect(impostor?.userId).not.toBe(pat!.userId);
    expect(impostor?.memberships).toEqual([]);
  });
});

describe("teams and approvers", () => {
  it("shows a member their team and a platform engineer all of them", async () => {
    expect((await caller(await person("theo")).teams()).map((team) => team.slug)).toEqual(["venues"]);
    expect((await caller(await person("pat")).teams()).map((team) => team.slug)).toEqual([
      "box-office",
      "platform",
      "venues",
    ]);
  });

  it("lists approvers of the team and platform engineers, without disabled people", async () => {
    const team = await test.prisma.team.findUniqueOrThrow({ where: { slug: "box-office" } });
    expect((await listPeopleWhoMay(test.prisma, "request.decide", team.id)).map(({ name }) => name)).toEqual([
      "Marco Rossi",
      "Pat Kim",
    ]);
    await test.prisma.user.updateMany({ where: { subject: "marco" }, data: { disabledAt: new Date(0) } });
    expect((await listPeopleWhoMay(test.prisma, "request.decide", team.id)).map(({ name }) => name)).toEqual([
      "Pat Kim",
    ]);
    await test.prisma.user.updateMany({ where: { subject: "marco" }, data: { disabledAt: null } });
  });

  it("refuses a visitor", async () => {
    await expect(caller(null).me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("seeds again without changing anything", async () => {
    const before = await test.prisma.membership.count();
    await seedDemo(test.prisma);
    expect(await test.prisma.membership.count()).toBe(before);
    expect(await test.prisma.cloudAccount.count()).toBe(2);
  });
});

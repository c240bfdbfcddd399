import { createCallerFactory } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { createDatabase } from "@greenroom/prisma";
import type { TrpcContext } from "@greenroom/trpc";
import { describe, expect, it } from "vitest";
import { createCostsRouter } from "./router";

const actor: Actor = { userId: "u1", name: "Rina", email: "rina@demo.greenroom", memberships: [] };

function caller(loaded: Actor | null = actor) {
  const log = { info() {}, error() {} } as unknown as TrpcContext<Actor>["log"];
  const db = createDatabase("postgres://nobody@127.0.0.1:9/never-asked");
  return createCallerFactory(createCostsRouter({ db, now: () => new Date() }))({
    loadActor: async () => loaded,
    log,
  });
}

function input(change: object = {}) {
  const spec = getBlueprint("ticketing").presets[0]?.spec as Record<string, unknown>;
  return { blueprint: "ticketing", region: "ap-northeast-2", stage: "dev", spec, ...change };
}

describe("costs.estimate", () => {
  it("prices a form and splits it by service", async () => {
    const { monthlyUsd, services, notModelled } = await caller().estimate(input());
    expect(Number(monthlyUsd.expected)).toBeGreaterThan(40);
    expect(services.map(({ service }) => service)).toContain("VPC");
    expect(notModelled).toEqual([]);
  });

  it("names the field of a spec that the blueprint refuses", async () => {
    const { network, ...rest } = input().spec as { network: object };
    const spec = { ...rest, network: { ...network, cidr: "10.0.0.300/16" } };
    await expect(caller().estimate(input({ spec }))).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { code: "INVALID_INPUT", field: "spec.network.cidr" },
    });
  });

  it.each([
    ["a region without prices", { region: "eu-west-9" }, "region", "INVALID_INPUT"],
    ["an unknown blueprint", { blueprint: "nope" }, "blueprint", "NOT_FOUND"],
  ])("refuses %s", async (_what, change, field, code) => {
    await expect(caller().estimate(input(change))).rejects.toMatchObject({ cause: { code, field } });
  });

  it("is for people who are signed in", async () => {
    await expect(caller(null).estimate(input())).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

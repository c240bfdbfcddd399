import type { Actor } from "@greenroom/identity/schema";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { defaultPriceBook } from "@greenroom/pricing";
import { isUnpriced } from "@greenroom/pricing/schema";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { estimateSpec } from "./estimate-spec";
import { listPriceGaps } from "./list-price-gaps";

const NOW = new Date("2026-11-21T12:00:00Z");
const LATER = new Date("2028-01-01T00:00:00Z");
const spec = getBlueprint("ticketing").presets[0]?.spec as object;

let test: TestDatabase;
let rina: Actor;
beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
  const teamOf = async (slug: string) => (await test.prisma.team.findUniqueOrThrow({ where: { slug } })).id;
  const [own, other] = [await teamOf("box-office"), await teamOf("venues")];
  const account = await test.prisma.cloudAccount.findFirstOrThrow();
  const row = (name: string, change: object = {}) => ({
    name,
    status: "READY" as const,
    teamId: own,
    ownerId: "owner",
    cloudAccountId: account.id,
    region: "ap-northeast-2",
    stage: "dev",
    blueprint: "ticketing",
    blueprintVersion: "1",
    spec,
    ...change,
  });
  await test.prisma.environment.createMany({
    data: [
      row("first", { monthlyCostUsd: 20 }),
      row("second", { monthlyCostUsd: 10 }),
      row("of-an-old-form", { spec: {} }),
      row("gone", { status: "DESTROYED" }),
      row("of-others", { teamId: other }),
    ],
  });
  const memberships = [{ teamId: own, role: "VIEWER" as const }];
  rina = { userId: "someone", name: "Someone", email: "someone@x.test", memberships };
});
afterAll(() => test.close());

const gaps = (now: Date, input = {}) =>
  listPriceGaps({ db: test.prisma, book: defaultPriceBook(), now: () => now }, rina, input);

it("names what the estimates of the team's existing environments leave out, each once with where it is", async () => {
  const estimate = estimateSpec(
    { book: defaultPriceBook(), now: () => NOW },
    { blueprint: "ticketing", region: "ap-northeast-2", stage: "dev", spec: spec as Record<string, unknown> },
  );
  const unpriced = new Set(
    estimate.resources.flatMap(({ service, components }) =>
      components.filter(isUnpriced).map(({ name }) => `${service} ${name}`),
    ),
  );
  const view = await gaps(NOW);
  expect(view).toMatchObject({ checkedCount: 2, environmentCount: 3 });
  const found = view.gaps.filter(({ kind }) => kind === "UNPRICED");
  expect(new Set(found.map(({ service, name }) => `${service} ${name}`))).toEqual(unpriced);
  for (const gap of view.gaps) expect(gap.environments.map(({ name }) => name)).toEqual(["first", "second"]);
});

it("finds every price old once it is", async () => {
  const stale = (await gaps(LATER)).gaps.filter(({ kind }) => kind === "STALE");
  expect(stale.map(({ name }) => name)).toContain("NAT gateway");
  for (const { asOf, source } of stale) {
    expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(source).toBeTruthy();
  }
});

it("looks at nothing outside the filters", async () => {
  expect(await gaps(NOW, { stage: "prod" })).toEqual({ gaps: [], checkedCount: 0, environmentCount: 0 });
});

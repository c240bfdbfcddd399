import { type Actor, ROLES } from "@greenroom/identity/schema";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makePeople } from "../../testing/make-people";
import { setBudget } from "../commands/set-budget";
import { findBudgetImpacts } from "./find-budget-impacts";
import { listBudgets } from "./list-budgets";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
});
afterAll(() => test.close());

it("says at least where something of the request, or of what stands beside it, has no known price", async () => {
  const now = new Date("2026-11-11T00:00:00Z");
  const { id: teamId } = await test.prisma.team.findUniqueOrThrow({ where: { slug: "venues" } });
  const account = await test.prisma.cloudAccount.findFirstOrThrow();
  const people = ROLES.map(
    (role): Actor => ({
      userId: `${role}`,
      name: role,
      email: `${role}@x.test`,
      memberships: [{ teamId, role }],
    }),
  );
  await makePeople(test.prisma, people);
  const pat = people.find(({ userId }) => userId === "PLATFORM_ENGINEER") as Actor;
  await test.prisma.environment.deleteMany({ where: { teamId } });
  const make = async (name: string, isCostAtLeast: boolean) => {
    const { id } = await test.prisma.environment.create({
      data: {
        name,
        teamId,
        status: "READY",
        ownerId: "rina",
        stage: "dev",
        isCostAtLeast,
        cloudAccountId: account.id,
        region: "us-east-1",
        blueprint: "ticketing",
        blueprintVersion: "1",
        spec: {},
        monthlyCostUsd: "300",
        createdAt: now,
        readyAt: now,
      },
    });
    return id;
  };
  const environmentId = await make("least-1", false);
  const deps = { db: test.prisma, now: () => now };
  await setBudget(deps, pat, { teamId, environmentId: null, monthlyUsd: "500", version: 0, thresholds: [] });
  const least = async (isAtLeast: boolean) =>
    (await findBudgetImpacts(test.prisma, { teamId, environmentId, monthlyUsd: "10", isAtLeast })).map(
      (impact) => [impact.isBeforeAtLeast, impact.isAfterAtLeast],
    );

  expect(await least(false)).toEqual([[false, false]]);
  expect(await least(true)).toEqual([[false, true]]);
  await test.prisma.environment.update({ where: { id: environmentId }, data: { isCostAtLeast: true } });
  expect(await least(false)).toEqual([[true, false]]);
  await make("least-2", true);
  expect(await least(false)).toEqual([[true, true]]);
  expect((await listBudgets(deps, pat, { teamId })).budgets).toMatchObject([{ isExpectedAtLeast: true }]);
});

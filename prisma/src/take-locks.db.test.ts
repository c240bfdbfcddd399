import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../testing";
import { isBefore, LOCKS, type TakenLock } from "./locks";
import { lockingFreeRows, takeLocks, tryLock, type WantedLock } from "./take-locks";
import { transaction } from "./transaction";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

type Taken = TakenLock & { name: Exclude<TakenLock["name"], "migration" | "workerPresence"> };
const names = (Object.keys(LOCKS) as TakenLock["name"][]).filter(
  (name): name is Taken["name"] => name !== "migration" && name !== "workerPresence",
);
const someLock: fc.Arbitrary<Taken> = fc
  .record({ name: fc.constantFrom(...names), key: fc.constantFrom("a", "b") })
  .map(({ name, key }) => ({ name, key: hasKeys(name) ? key : "" }));
const hasKeys = (name: Taken["name"]): boolean => "table" in LOCKS[name] || "keyed" in LOCKS[name];

const isSame = (one: Taken, other: Taken) => one.name === other.name && one.key === other.key;

it("lets a transaction take locks in the order of the table only, and what it has again at any time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someLock, { maxLength: 6 }), async (wanted) => {
      const isInOrder = wanted.every((one, index) => {
        const before = wanted.slice(0, index);
        return before.some((other) => isSame(one, other)) || before.every((other) => !isBefore(one, other));
      });
      const outcome = transaction(test.prisma, async (tx) => {
        for (const { name, key } of wanted) await takeLocks(tx, (key ? [name, key] : [name]) as WantedLock);
      });
      if (isInOrder) await outcome;
      else await expect(outcome).rejects.toThrow(/was asked for after/);
    }),
    { numRuns: 60 },
  );
});

it("keeps others waiting until the end of the transaction, and whoever only tries goes on", async () => {
  const attempts = () =>
    Promise.all([
      test.prisma.$queryRaw<{ isOurs: boolean }[]>`SELECT ${tryLock("claims")} AS "isOurs"`,
      test.prisma.$queryRaw<
        unknown[]
      >`SELECT 1 FROM "CloudAccount" WHERE "id" = ${"own"} ${lockingFreeRows("account")}`,
    ]);
  await test.prisma.cloudAccount.create({ data: { id: "own", accountId: "1", name: "own" } });
  await transaction(test.prisma, async (tx) => {
    await takeLocks(tx, ["account", "own"], ["claims"]);
    expect(await attempts()).toEqual([[{ isOurs: false }], []]);
  });
  expect(await attempts()).toEqual([[{ isOurs: true }], [{ "?column?": 1 }]]);
});

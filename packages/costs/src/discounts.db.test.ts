import type { Actor } from "@greenroom/identity/schema";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { defaultPriceBook } from "@greenroom/pricing";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeDiscount } from "./commands/remove-discount";
import { setDiscount } from "./commands/set-discount";
import { getAccountCosts } from "./queries/get-account-costs";
import { getEnvironmentDiscounts } from "./queries/get-environment-discounts";
import { listDiscounts } from "./queries/list-discounts";
import { type SetDiscountInput, setDiscountInputSchema } from "./schema";

const NOW = new Date("2026-11-21T12:00:00Z");
const RULE: SetDiscountInput = {
  name: "Private NAT rates",
  cloudAccountId: null,
  service: "AmazonVPC",
  skuPrefix: "NAT gateway hour",
  region: null,
  percent: "25",
  startsOn: "2026-01-01",
  endsOn: null,
};

let test: TestDatabase;
let pat: Actor;
let rina: Actor;
let environmentId: string;
let deps: { db: TestDatabase["prisma"]; book: ReturnType<typeof defaultPriceBook>; now: () => Date };
beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
  deps = { db: test.prisma, book: defaultPriceBook(), now: () => NOW };
  const actorOf = async (subject: string): Promise<Actor> => {
    const user = await test.prisma.user.findFirstOrThrow({
      where: { subject },
      include: { memberships: true },
    });
    return { userId: user.id, name: user.name, email: user.email, memberships: user.memberships };
  };
  [pat, rina] = [await actorOf("pat"), await actorOf("rina")];
  const account = await test.prisma.cloudAccount.findFirstOrThrow();
  const environment = await test.prisma.environment.create({
    data: {
      name: "first",
      status: "READY",
      teamId: rina.memberships[0]?.teamId ?? "",
      ownerId: rina.userId,
      cloudAccountId: account.id,
      region: "ap-northeast-2",
      stage: "dev",
      blueprint: "ticketing",
      blueprintVersion: "1",
      spec: getBlueprint("ticketing").presets[0]?.spec as object,
      cidrs: [],
    },
  });
  environmentId = environment.id;
});
afterAll(() => test.close());
beforeEach(() => test.prisma.discountRule.deleteMany());

const trail = () =>
  test.prisma.auditEvent.findMany({
    where: { action: { startsWith: "discount." } },
    orderBy: { sequence: "asc" },
  });

describe("a discount", () => {
  it("is set once however often it is said, changed by another figure, and removed once; each is audited", async () => {
    await setDiscount(deps, pat, RULE);
    await Promise.all([setDiscount(deps, pat, { ...RULE, percent: "25.000" }), setDiscount(deps, pat, RULE)]);
    await setDiscount(deps, pat, { ...RULE, percent: "30" });
    await removeDiscount(deps, pat, { name: RULE.name });
    await removeDiscount(deps, pat, { name: RULE.name });
    const events = await trail();
    expect(events.map(({ action }) => action)).toEqual(["discount.set", "discount.set", "discount.removed"]);
    expect(events[1]?.details).toMatchObject({ before: { percent: "25" }, after: { percent: "30" } });
    expect(await test.prisma.discountRule.count()).toBe(0);
  });

  it("is said once by two at the same time", async () => {
    const before = (await trail()).length;
    await Promise.all([setDiscount(deps, pat, RULE), setDiscount(deps, pat, RULE)]);
    expect((await trail()).length - before).toBe(1);
  });

  it("is for platform engineers to set; everybody sees it and whose it is", async () => {
    await expect(setDiscount(deps, rina, RULE)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeDiscount(deps, rina, RULE)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await setDiscount(deps, pat, { ...RULE, endsOn: "2026-11-20" });
    const { rules, choices } = await listDiscounts(deps, rina);
    expect(rules).toMatchObject([{ name: RULE.name, ownerName: pat.name, percent: "25", isActive: false }]);
    expect(choices).toBeNull();
    expect((await listDiscounts(deps, pat)).choices?.services).toContain("AmazonVPC");
  });

  it("is refused when it meets no price or no account, with the field", async () => {
    const refused = (change: Partial<SetDiscountInput>) =>
      expect(setDiscount(deps, pat, { ...RULE, ...change })).rejects;
    await refused({ skuPrefix: "NAT gatway" }).toMatchObject({ code: "INVALID_INPUT", field: "skuPrefix" });
    await refused({ region: "eu-west-1" }).toMatchObject({ says: { values: { regions: "eu-west-1" } } });
    await refused({ cloudAccountId: "nowhere" }).toMatchObject({
      code: "INVALID_INPUT",
      field: "cloudAccountId",
    });
  });

  it.each([
    ["of nothing", { percent: "0" }],
    ["of more than all", { percent: "100.001" }],
    ["that ends before it starts", { endsOn: "2025-12-31" }],
    ["without a name", { name: " " }],
  ])("%s is no discount", (_what, change) => {
    expect(setDiscountInputSchema.safeParse({ ...RULE, ...change }).success).toBe(false);
  });
});

describe("what discounts take off", () => {
  const ofEnvironment = () => getEnvironmentDiscounts(deps, rina, { environmentId });

  it("is told of the environment, charge by charge, with the rule and its owner", async () => {
    expect(await ofEnvironment()).toEqual({ listUsd: "0", discountedUsd: "0", lines: [] });
    await setDiscount(deps, pat, RULE);
    const { listUsd, discountedUsd, lines } = await ofEnvironment();
    const [line] = lines;
    expect(lines).toHaveLength(1);
    // One NAT gateway in Seoul: 730 x 0.059 = 43.07 and a quarter less.
    expect([line?.name, line?.listUsd, line?.discountedUsd]).toEqual(["NAT gateway", "43.07", "32.3025"]);
    expect(line?.rules).toEqual([{ name: RULE.name, ownerName: pat.name, percent: "25", usd: "10.7675" }]);
    expect(Number(listUsd) - Number(discountedUsd)).toBeCloseTo(10.7675, 8);
  });

  it("is nothing before it begins, in other accounts and in other regions", async () => {
    const other = await test.prisma.cloudAccount.findFirstOrThrow({ orderBy: { accountId: "desc" } });
    await setDiscount(deps, pat, { ...RULE, name: "later", startsOn: "2026-11-22" });
    await setDiscount(deps, pat, { ...RULE, name: "elsewhere", region: "us-east-1" });
    await setDiscount(deps, pat, { ...RULE, name: "of prod", cloudAccountId: other.id });
    const environment = await test.prisma.environment.findUniqueOrThrow({ where: { id: environmentId } });
    expect(environment.cloudAccountId).not.toBe(other.id);
    expect((await ofEnvironment()).lines).toEqual([]);
  });

  it("comes after free tiers in the account, and names the rule on the charge", async () => {
    await setDiscount(deps, pat, RULE);
    const [account] = (await getAccountCosts(deps, rina, {})).accounts;
    const nat = account?.charges.find(({ name }) => name === "NAT gateway");
    expect(nat?.discounts).toEqual([{ name: RULE.name, ownerName: pat.name, percent: "25" }]);
    expect([nat?.afterUsd, nat?.discountedUsd]).toEqual(["43.07", "32.3025"]);
    expect(Number(account?.afterUsd) - Number(account?.discountedUsd)).toBeCloseTo(10.7675, 8);
  });
});

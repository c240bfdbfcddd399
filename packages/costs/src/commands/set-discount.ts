import { act, appendAudit } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { Decimal, PRICE_ALIASES, type PriceBook } from "@greenroom/pricing";
import { type Database, lockingRows, type Prisma } from "@greenroom/prisma";
import { dayOf, startOfDay } from "../calendar";
import type { SetDiscountInput } from "../schema";

/**
 * Names a discount of list prices, or changes the one of that name. Whoever sets it answers for it. Saying
 * the same again changes nothing, whoever says it.
 * @throws FORBIDDEN, or INVALID_INPUT for an account that does not exist, or SKUs of which the price book has
 * none
 */
export async function setDiscount(
  { db, book, now }: { db: Database; book: PriceBook; now: () => Date },
  actor: Actor,
  input: SetDiscountInput,
): Promise<void> {
  assertMatchesPrices(book, input);
  const { name, cloudAccountId, startsOn, endsOn, percent, ...where } = input;
  await act({ db, now }, actor, async (tx, actor) => {
    assertMaySetDiscounts(actor);
    if (cloudAccountId && !(await tx.cloudAccount.findUnique({ where: { id: cloudAccountId } }))) {
      throw new AppError("discount.noAccount", undefined, { field: "cloudAccountId" });
    }
    const data = {
      ...where,
      cloudAccountId,
      percent,
      ownerId: actor.userId,
      startsOn: startOfDay(startsOn),
      endsOn: endsOn === null ? null : startOfDay(endsOn),
    };
    const [created] = await tx.discountRule.createManyAndReturn({
      data: { ...data, name, createdAt: now() },
      skipDuplicates: true,
    });
    await tx.$queryRaw`SELECT 1 FROM "DiscountRule" WHERE "name" = ${name} ${lockingRows(tx, "discount", name)}`;
    const before = created ? null : await tx.discountRule.findUniqueOrThrow({ where: { name } });
    if (before && contentOf(before) === contentOf({ ...data, percent })) return;
    const after = created ?? (await tx.discountRule.update({ where: { name }, data }));
    await appendAudit(tx, {
      actor,
      action: "discount.set",
      subject: { id: after.id, name },
      teamId: null,
      details: { before: before && JSON.parse(contentOf(before)), after: JSON.parse(contentOf(after)) },
      now: now(),
    });
  });
}

type Content = Pick<
  Prisma.DiscountRuleGetPayload<object>,
  "cloudAccountId" | "service" | "skuPrefix" | "region" | "startsOn" | "endsOn"
> & { percent: { toString(): string } };

/** What a rule says, in one spelling: "20" and "20.000" are the same. */
function contentOf({
  cloudAccountId,
  service,
  skuPrefix,
  region,
  percent,
  startsOn,
  endsOn,
}: Content): string {
  return JSON.stringify({
    cloudAccountId,
    service,
    skuPrefix,
    region,
    percent: new Decimal(percent.toString()).toFixed(),
    startsOn: dayOf(startsOn),
    endsOn: endsOn && dayOf(endsOn),
  });
}

/** A rule that meets no price would silently take nothing off: more likely a slip of the pen. */
function assertMatchesPrices(book: PriceBook, { service, skuPrefix, region }: SetDiscountInput): void {
  const isMet = book.rows.some(
    (row) =>
      (region === null || row.region === region) &&
      row.service === service &&
      (PRICE_ALIASES[service]?.[row.sku] ?? row.sku).startsWith(skuPrefix),
  );
  if (isMet) return;
  const regions = region ?? [...book.regions, "global"].join(", ");
  throw new AppError("discount.meetsNothing", { service, skuPrefix, regions }, { field: "skuPrefix" });
}

/** @throws FORBIDDEN for everybody but platform engineers: a discount belongs to no team */
export function assertMaySetDiscounts(actor: Actor): void {
  if (may(actor, "discount.set", { teamId: "" })) return;
  throw new AppError("discount.notYours");
}

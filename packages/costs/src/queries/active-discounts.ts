import { listUsersByIds } from "@greenroom/identity";
import { Decimal, type Discount } from "@greenroom/pricing";
import type { Database } from "@greenroom/prisma";
import { dayOf, startOfDay } from "../calendar";

/** The discounts that count on a day, with the names of those who answer for them. */
export async function activeDiscounts(db: Database, now: Date): Promise<Discount[]> {
  const today = startOfDay(dayOf(now));
  const rows = await db.discountRule.findMany({
    where: { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    orderBy: { name: "asc" },
  });
  const owners = await listUsersByIds(db, [...new Set(rows.map(({ ownerId }) => ownerId))]);
  return rows.map(({ name, ownerId, cloudAccountId, region, service, skuPrefix, percent }) => ({
    name,
    ownerName: owners.get(ownerId)?.name ?? ownerId,
    cloudAccountId,
    region,
    service,
    skuPrefix,
    percent: new Decimal(percent.toFixed()),
  }));
}

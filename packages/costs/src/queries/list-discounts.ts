import { listUsersByIds } from "@greenroom/identity";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { PriceBook } from "@greenroom/pricing";
import type { Database } from "@greenroom/prisma";
import { dayOf } from "../calendar";
import type { DiscountRules } from "../schema";

/**
 * Every discount, also those that have not begun or are over; whoever may set one learns what for. What the
 * company has agreed with AWS is nothing for people of no team.
 */
export async function listDiscounts(
  { db, book, now }: { db: Database; book: PriceBook; now: () => Date },
  actor: Actor,
): Promise<DiscountRules> {
  if (actor.memberships.length === 0) return { rules: [], choices: null };
  const today = dayOf(now());
  const [rows, accounts] = await Promise.all([
    db.discountRule.findMany({ orderBy: { name: "asc" } }),
    db.cloudAccount.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  const owners = await listUsersByIds(db, [...new Set(rows.map(({ ownerId }) => ownerId))]);
  return {
    rules: rows.map((row) => {
      const [startsOn, endsOn] = [dayOf(row.startsOn), row.endsOn && dayOf(row.endsOn)];
      return {
        name: row.name,
        ownerName: owners.get(row.ownerId)?.name ?? row.ownerId,
        account: accounts.find(({ id }) => id === row.cloudAccountId) ?? null,
        service: row.service,
        skuPrefix: row.skuPrefix,
        region: row.region,
        percent: row.percent.toFixed(),
        startsOn,
        endsOn,
        isActive: startsOn <= today && (endsOn === null || endsOn >= today),
      };
    }),
    choices: may(actor, "discount.set", { teamId: "" })
      ? {
          accounts,
          services: [...new Set(book.rows.map(({ service }) => service))].sort(),
          regions: [...book.regions],
        }
      : null,
  };
}

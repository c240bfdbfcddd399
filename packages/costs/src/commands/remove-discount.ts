import { act, appendAudit } from "@greenroom/audit";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import type { RemoveDiscountInput } from "../schema";
import { assertMaySetDiscounts } from "./set-discount";

/**
 * Takes a discount away. Does nothing where there is none of that name.
 * @throws FORBIDDEN
 */
export async function removeDiscount(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { name }: RemoveDiscountInput,
): Promise<void> {
  await act({ db, now }, actor, async (tx, actor) => {
    assertMaySetDiscounts(actor);
    const [rule] = await tx.$queryRaw<{ id: string; percent: { toFixed(): string } }[]>`
      DELETE FROM "DiscountRule" WHERE "name" = ${name} RETURNING "id", "percent"`;
    if (!rule) return;
    await appendAudit(tx, {
      actor,
      action: "discount.removed",
      subject: { id: rule.id, name },
      teamId: null,
      details: { percent: rule.percent.toFixed() },
      now: now(),
    });
  });
}

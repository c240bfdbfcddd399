import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";

/** @throws FORBIDDEN for everybody but platform engineers: an account belongs to no team */
export function assertMayManageAccounts(actor: Actor): void {
  if (may(actor, "account.manage", { teamId: "" })) return;
  throw new AppError("account.notYours");
}

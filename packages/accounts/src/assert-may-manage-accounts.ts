import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";

/** @throws FORBIDDEN for everybody but platform engineers: an account belongs to no team */
export function assertMayManageAccounts(actor: Actor): void {
  if (may(actor, "account.manage", { teamId: "" })) return;
  throw new AppError({
    code: "FORBIDDEN",
    messageKey: "account.notYours",
    userMessage:
      "Only platform engineers see and change how Greenroom gets into AWS accounts. Ask one of them.",
  });
}

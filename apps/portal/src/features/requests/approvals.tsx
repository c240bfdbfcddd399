"use client";
import type { BudgetHold } from "@greenroom/requests/lifecycle";
import type { RequestView } from "@greenroom/requests/schema";
import { Card, RelativeTime } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { Ban, CircleCheck, CircleX, ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client";

/** Who has decided what on which digest, and who may still decide. */
export function Approvals({ request }: { request: RequestView }) {
  const t = useTranslations("request");
  const trpc = useTRPC();
  const me = useQuery(trpc.identity.me.queryOptions()).data;
  const isMine = me?.user.id === request.requester.id;
  return (
    <Card title={t("approval")}>
      {request.approvals.length > 0 ? (
        <ul className="mb-3 grid gap-2">
          {request.approvals.map((approval) => (
            <li key={approval.id} className="grid gap-0.5">
              <span className="flex flex-wrap items-center gap-1.5">
                {approval.decision === "APPROVED" ? (
                  <CircleCheck aria-hidden className="size-4 text-good" />
                ) : (
                  <CircleX aria-hidden className="size-4 text-bad" />
                )}
                <span className="font-medium">{approval.approver.name}</span>
                {t(`decisions.${approval.decision}`)}
                <span className="text-ink-muted">
                  <RelativeTime value={approval.createdAt} />
                </span>
              </span>
              {approval.note ? (
                <span className="whitespace-pre-wrap pl-5.5 text-ink-muted">{approval.note}</span>
              ) : null}
              {approval.digest !== request.digest ? (
                <span className="pl-5.5 text-attention text-sm">{t("voided")}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="font-medium text-sm">{t("mayApprove")}</p>
      <p className="text-ink-muted">
        {request.eligibleApprovers.length > 0
          ? request.eligibleApprovers.map((person) => person.name).join(", ")
          : t(request.heldByBudget === "BLOCK" ? "nobodyWhileBlocked" : "nobodyMayApprove")}
      </p>
      {request.heldByBudget ? <BudgetHoldNote hold={request.heldByBudget} /> : null}
      {isMine && request.status === "PENDING_APPROVAL" ? (
        <p className="mt-2 text-ink-muted text-sm">{t("notYourOwn")}</p>
      ) : null}
    </Card>
  );
}

/** Why fewer people than usual may approve, and what would change that. */
function BudgetHoldNote({ hold }: { hold: BudgetHold }) {
  const t = useTranslations("request");
  const [Icon, className] =
    hold === "BLOCK" ? [Ban, "bg-bad-soft text-bad"] : [ShieldAlert, "bg-attention-soft text-attention"];
  return (
    <p className={`mt-2 flex gap-1.5 rounded px-2 py-1 text-sm ${className}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t(`heldByBudget.${hold}`)}
    </p>
  );
}

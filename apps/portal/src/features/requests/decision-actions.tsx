"use client";
import type { RequestAction } from "@greenroom/requests/lifecycle";
import type { RequestView } from "@greenroom/requests/schema";
import { Button, Dialog, Field, Textarea, toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, Undo2, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "../../i18n/use-error-text";
import { useTRPC } from "../../trpc/client";
import { findLosses } from "./plan/losses";
import { LossesList } from "./plan/losses-list";
import { PlanLine } from "./plan/plan-line";
import { BudgetImpacts } from "./price/budget-impacts";
import { useRequestBudgets } from "./price/request-cost";

const LOOKS = {
  approve: { icon: Check, variant: "primary" },
  reject: { icon: X, variant: "secondary" },
  withdraw: { icon: Undo2, variant: "secondary" },
} as const satisfies Record<RequestAction, object>;
const MIN_REASON_LENGTH = 3;

/** Approve, reject, withdraw: those the reader may do now. Approving comes last, where the eye ends. */
export function DecisionActions({ request }: { request: RequestView }) {
  const t = useTranslations("decide");
  const [action, setAction] = useState<RequestAction | null>(null);
  return (
    <>
      {[...request.allowedActions].reverse().map((allowed) => {
        const { icon: Icon, variant } = LOOKS[allowed];
        const isEnd = allowed === "approve" && request.kind === "DESTROY";
        return (
          <Button key={allowed} variant={isEnd ? "danger" : variant} onClick={() => setAction(allowed)}>
            <Icon aria-hidden />
            {t(isEnd ? "approveEnd.button" : `${allowed}.button`)}
          </Button>
        );
      })}
      {action ? <DecisionDialog request={request} action={action} onClose={() => setAction(null)} /> : null}
    </>
  );
}

function useDecision(request: RequestView, onClose: () => void) {
  const t = useTranslations("decide");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const done = async (action: RequestAction) => {
    toast.success(t(`${action}.done`, { number: request.number }));
    onClose();
    await queryClient.invalidateQueries({ queryKey: trpc.requests.pathKey() });
  };
  const approve = useMutation(
    trpc.requests.approve.mutationOptions({
      onSuccess: async ({ runId }) => {
        await done("approve");
        if (runId) router.push(`/runs/${runId}`);
      },
    }),
  );
  const reject = useMutation(trpc.requests.reject.mutationOptions({ onSuccess: () => done("reject") }));
  const withdraw = useMutation(trpc.requests.withdraw.mutationOptions({ onSuccess: () => done("withdraw") }));
  const decide = (action: RequestAction, note: string) => {
    const decision = { requestId: request.id, digest: request.digest ?? "", note };
    if (action === "approve") approve.mutate(decision);
    if (action === "reject") reject.mutate(decision);
    if (action === "withdraw") withdraw.mutate({ requestId: request.id, reason: note });
  };
  const all = [approve, reject, withdraw];
  return {
    decide,
    isBusy: all.some((one) => one.isPending),
    error: all.find((one) => one.error)?.error ?? null,
  };
}

function DecisionDialog({
  request,
  action,
  onClose,
}: {
  request: RequestView;
  action: RequestAction;
  onClose: () => void;
}) {
  const t = useTranslations("decide");
  const errorText = useErrorText();
  const [note, setNote] = useState("");
  const [wasTried, setTried] = useState(false);
  const { decide, isBusy, error } = useDecision(request, onClose);
  const { impacts, mayNotApprove } = useRequestBudgets(request);
  const losses = findLosses(request.plan?.changes ?? []);
  const isEnd = request.kind === "DESTROY";
  // Red at the point of decision: what it takes away does not come back.
  const isDangerous = action !== "approve" || isEnd || losses.length > 0;
  const words = action === "approve" && isEnd ? "approveEnd" : action;
  const needsReason = action !== "approve";
  const isShort = needsReason && note.trim().length < MIN_REASON_LENGTH;
  const perform = () => {
    setTried(true);
    if (!isShort) decide(action, note);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(`${words}.title`, { number: request.number, name: request.environmentName })}
      description={t(`${words}.body`, { name: request.environmentName })}
      footer={
        <>
          <Button onClick={onClose}>{t("back")}</Button>
          <Button
            variant={isDangerous ? "danger" : "primary"}
            isBusy={isBusy}
            disabled={action === "approve" && mayNotApprove}
            onClick={perform}
          >
            {t(`${words}.confirm`)}
          </Button>
        </>
      }
    >
      {action === "approve" ? (
        <>
          {isDangerous ? <LossesList losses={losses} isEnd={isEnd} name={request.environmentName} /> : null}
          <PlanLine request={request} />
          <BudgetImpacts
            impacts={impacts}
            estimate={request.kind === "DESTROY" ? null : (request.plan?.estimate ?? null)}
          />
        </>
      ) : null}
      <Field
        label={t(`${action}.note`)}
        error={wasTried && isShort ? t("reasonNeeded") : undefined}
        isRequired={needsReason}
      >
        {(control) => (
          <Textarea
            {...control}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {error ? (
        <p role="alert" className="text-bad">
          {errorText(error)}
        </p>
      ) : null}
    </Dialog>
  );
}

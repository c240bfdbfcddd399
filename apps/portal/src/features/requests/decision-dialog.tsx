"use client";
import type { RequestAction } from "@greenroom/requests/lifecycle";
import { decisionInputSchema, type RequestView, rejectInputSchema } from "@greenroom/requests/schema";
import { toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TextareaField } from "../../modules/forms/fields";
import { FormDialog } from "../../modules/forms/form-dialog";
import { useDialogForm } from "../../modules/forms/use-dialog-form";
import { useTRPC } from "../../trpc/client";
import { findLosses } from "./plan/losses";
import { LossesList } from "./plan/losses-list";
import { PlanLine } from "./plan/plan-line";
import { BudgetImpacts } from "./price/budget-impacts";
import { useRequestBudgets } from "./price/request-cost";

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
  return { approve, reject, withdraw };
}

/** Confirms a decision: what it means, and why it is taken. */
export default function DecisionDialog({
  request,
  action,
  onClose,
}: {
  request: RequestView;
  action: RequestAction;
  onClose: () => void;
}) {
  const t = useTranslations("decide");
  const { approve, reject, withdraw } = useDecision(request, onClose);
  const { impacts, mayNotApprove } = useRequestBudgets(request);
  const isApproval = action === "approve";
  const form = useDialogForm({
    // A rejection and a withdrawal need a reason, an approval may have a note.
    schema: isApproval ? decisionInputSchema : rejectInputSchema,
    start: { requestId: request.id, digest: request.digest ?? "", note: "" },
    error: approve.error ?? reject.error ?? withdraw.error,
  });
  const losses = findLosses(request.plan?.changes ?? []);
  const isEnd = request.kind === "DESTROY";
  // Red at the point of decision: what it takes away does not come back.
  const isDangerous = !isApproval || isEnd || losses.length > 0;
  const words = isApproval && isEnd ? "approveEnd" : action;
  return (
    <FormDialog
      form={form}
      title={t(`${words}.title`, { number: request.number, name: request.environmentName })}
      description={t(`${words}.body`, { name: request.environmentName })}
      submit={{
        label: t(`${words}.confirm`),
        variant: isDangerous ? "danger" : "primary",
        isBusy: approve.isPending || reject.isPending || withdraw.isPending,
        disabled: isApproval && mayNotApprove,
      }}
      onSubmit={(input) => {
        if (action === "approve") approve.mutate(input);
        if (action === "reject") reject.mutate(input);
        if (action === "withdraw") withdraw.mutate({ requestId: input.requestId, reason: input.note });
      }}
      onClose={onClose}
    >
      {isApproval ? (
        <>
          {isDangerous ? <LossesList losses={losses} isEnd={isEnd} name={request.environmentName} /> : null}
          <PlanLine request={request} />
          <BudgetImpacts impacts={impacts} estimate={isEnd ? null : (request.plan?.estimate ?? null)} />
        </>
      ) : null}
      <TextareaField
        form={form}
        name="note"
        label={t(`${action}.note`)}
        maxLength={1000}
        isRequired={!isApproval}
      />
    </FormDialog>
  );
}

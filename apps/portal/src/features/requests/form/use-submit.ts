"use client";
import type { FormProblem, SubmitRequestInput } from "@greenroom/requests/schema";
import { toast } from "@greenroom/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { errorDataOf } from "../../../i18n/use-error-text";
import { useTRPC } from "../../../trpc/client";

/** Sends a request and goes to its page. What the server refuses about one field comes back to that field. */
export function useSubmit({
  onAccepted,
  onRefused,
}: {
  onAccepted: () => void;
  onRefused: (problem: FormProblem | null) => void;
}) {
  const t = useTranslations("form");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const mutation = useMutation(
    trpc.requests.submit.mutationOptions({
      onSuccess: ({ id, number }) => {
        onAccepted();
        toast.success(t("sent", { number }));
        void queryClient.invalidateQueries({ queryKey: trpc.requests.list.queryKey() });
        router.push(`/requests/${id}`);
      },
      onError: (error) => {
        const { field, message } = errorDataOf(error);
        if (field && message) onRefused({ field, message });
      },
    }),
  );
  return {
    send: (input: SubmitRequestInput) => {
      onRefused(null);
      mutation.mutate(input);
    },
    isBusy: mutation.isPending || mutation.isSuccess,
    error: mutation.error,
  };
}

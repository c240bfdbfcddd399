"use client";
import type { BudgetAlertView } from "@greenroom/costs/schema";
import { Button, Card, Money, RelativeTime, TextLink, toast } from "@greenroom/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "../../../i18n/use-error-text";
import { useTRPC } from "../../../trpc/client";
import { useMonthText } from "../month-text";

const REFRESH_MS = 60_000;

/**
 * Thresholds that were passed and that nobody has acknowledged; absent when there are none. `isMine`: only
 * those for the reader to act on.
 */
export function BudgetAlerts({ isMine = false }: { isMine?: boolean }) {
  const t = useTranslations("budgetAlerts");
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.costs.budgetAlerts.queryOptions({}), refetchInterval: REFRESH_MS });
  const alerts = (query.data ?? []).filter(({ canAcknowledge }) => canAcknowledge || !isMine);
  if (alerts.length === 0) return null;
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <BellRing aria-hidden className="size-4 text-attention" />
          {t("title", { count: alerts.length })}
        </span>
      }
    >
      <ul className="grid gap-3">
        {alerts.map((alert) => (
          <AlertRow key={alert.id} alert={alert} />
        ))}
      </ul>
    </Card>
  );
}

function AlertRow({ alert }: { alert: BudgetAlertView }) {
  const t = useTranslations("budgetAlerts");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const acknowledge = useMutation(
    trpc.costs.acknowledgeAlert.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.costs.budgetAlerts.pathKey() }),
      onError: (error) => toast.error(errorText(error)),
    }),
  );
  return (
    <li className="flex flex-wrap items-start justify-between gap-2">
      <div className="min-w-0">
        <p>
          <AlertText alert={alert} />
        </p>
        <p className="text-ink-muted text-sm">
          <RelativeTime value={alert.raisedAt} />
        </p>
      </div>
      {alert.canAcknowledge ? (
        <Button
          size="sm"
          isBusy={acknowledge.isPending}
          onClick={() => acknowledge.mutate({ alertId: alert.id })}
        >
          {t("acknowledge")}
        </Button>
      ) : null}
    </li>
  );
}

function AlertText({ alert }: { alert: BudgetAlertView }) {
  const t = useTranslations("budgetAlerts");
  const monthText = useMonthText();
  const { environmentId, request } = alert;
  return t.rich(`texts.${alert.figure}`, {
    name: alert.name,
    value: alert.value,
    month: alert.month ? monthText(alert.month.slice(0, 7)) : "",
    usd: () => <Money usd={alert.usd} />,
    limit: () => <Money usd={alert.limitUsd} />,
    request: () => <TextLink href={`/requests/${request?.id}`}>{request?.name}</TextLink>,
    of: (text) => (
      <TextLink href={environmentId === null ? "/costs" : `/environments/${environmentId}`}>{text}</TextLink>
    ),
  });
}

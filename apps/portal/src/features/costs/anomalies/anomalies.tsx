"use client";
import type { AnomalyView } from "@greenroom/costs/schema";
import { componentMessage } from "@greenroom/pricing/schema";
import { Button, Card, Money, RelativeTime, Skeleton, TextLink } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { TrendingUp } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useSay } from "../../../i18n/use-error-text";
import { useTRPC } from "../../../trpc/client";
import { QueryView } from "../../../trpc/query-view";
import { useDayText } from "../month-text";

const REFRESH_MS = 60_000;
const DismissDialog = dynamic(() => import("./dismiss-dialog"));

/** The newest; the rest unfolds. */
const SHOWN = 5;

function useAnomalies() {
  const trpc = useTRPC();
  return useQuery({ ...trpc.costs.anomalies.queryOptions({}), refetchInterval: REFRESH_MS });
}

/**
 * Days that cost more than the days before them let expect, with the environment and the component, and the
 * way to say why that is no surprise.
 */
export function Anomalies({ teamId }: { teamId: string | undefined }) {
  const query = useAnomalies();
  return (
    <QueryView query={query} skeleton={<Skeleton className="h-24" />}>
      {(all) => <AnomalyCard open={all.filter((one) => !teamId || one.teamId === teamId)} />}
    </QueryView>
  );
}

/** Those for the reader to act on; nothing where there are none. */
export function MyAnomalies() {
  const mine = (useAnomalies().data ?? []).filter(({ canDismiss }) => canDismiss);
  return mine.length === 0 ? null : <AnomalyCard open={mine} />;
}

/** Those of one environment, with those that somebody has dismissed, by whom and why. */
export function EnvironmentAnomalies({ environmentId }: { environmentId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.costs.anomalies.queryOptions({ environmentId, includeDismissed: true }));
  return (
    <QueryView query={query} skeleton={<Skeleton className="h-24" />}>
      {(all) => (
        <AnomalyCard open={all.filter(({ dismissed }) => dismissed === null)}>
          <Dismissed anomalies={all.filter(({ dismissed }) => dismissed !== null)} />
        </AnomalyCard>
      )}
    </QueryView>
  );
}

const keyOf = ({ environmentId, day, service, component }: AnomalyView) =>
  [environmentId, day, service, component].join(" ");

function AnomalyCard({ open, children }: { open: readonly AnomalyView[]; children?: ReactNode }) {
  const t = useTranslations("anomalies");
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <TrendingUp
            aria-hidden
            className={`size-4 ${open.length === 0 ? "text-ink-muted" : "text-attention"}`}
          />
          {t("title", { count: open.length })}
        </span>
      }
    >
      {open.length === 0 ? <p className="text-ink-muted">{t("none")}</p> : <AnomalyList anomalies={open} />}
      {children}
    </Card>
  );
}

function Dismissed({ anomalies }: { anomalies: readonly AnomalyView[] }) {
  const t = useTranslations("anomalies");
  if (anomalies.length === 0) return null;
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer">{t("dismissed", { count: anomalies.length })}</summary>
      <ul className="mt-2 grid gap-2">
        {anomalies.map((anomaly) => (
          <li key={keyOf(anomaly)}>
            <AnomalyText anomaly={anomaly} />
            <p className="text-ink-muted">
              {t("dismissedBy", {
                name: anomaly.dismissed?.byName ?? "",
                reason: anomaly.dismissed?.reason ?? "",
              })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function AnomalyList({ anomalies }: { anomalies: readonly AnomalyView[] }) {
  const t = useTranslations("anomalies");
  const [isWhole, setIsWhole] = useState(false);
  const [dismissing, setDismissing] = useState<AnomalyView | null>(null);
  const shown = isWhole ? anomalies : anomalies.slice(0, SHOWN);
  return (
    <>
      <ul className="grid gap-3">
        {shown.map((anomaly) => (
          <li key={keyOf(anomaly)} className="flex flex-wrap items-start justify-between gap-2">
            <div className="min-w-0 flex-1 basis-60">
              <AnomalyText anomaly={anomaly} />
              <p className="text-ink-muted text-sm">
                {t("found")} <RelativeTime value={anomaly.foundAt} />
              </p>
            </div>
            {anomaly.canDismiss ? (
              <Button size="sm" onClick={() => setDismissing(anomaly)}>
                {t("dismiss")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {shown.length < anomalies.length ? (
        <Button size="sm" className="mt-3" onClick={() => setIsWhole(true)}>
          {t("showAll", { count: anomalies.length })}
        </Button>
      ) : null}
      {dismissing ? <DismissDialog anomaly={dismissing} onClose={() => setDismissing(null)} /> : null}
    </>
  );
}

/** "alpha: NAT gateway (VPC) cost $9.75 on Nov 21; at most $2.42 was expected." */
function AnomalyText({ anomaly }: { anomaly: AnomalyView }) {
  const t = useTranslations("anomalies");
  const dayText = useDayText();
  const say = useSay();
  const { environmentId, environmentName, service, component, day, usd, expectedUsd } = anomaly;
  const name = say(componentMessage(component));
  return (
    <p>
      {t.rich("text", {
        of: () => <TextLink href={`/environments/${environmentId}`}>{environmentName}</TextLink>,
        part: component === service ? service : `${name} (${service})`,
        day: dayText(day),
        usd: () => <Money usd={usd} className="font-medium" />,
        expected: () => <Money usd={expectedUsd} />,
      })}
    </p>
  );
}

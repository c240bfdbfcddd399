"use client";
import type { AnomalyView } from "@greenroom/costs/schema";
import { Button, Card, Money, RelativeTime } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { TrendingUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { TextLink } from "../../components/link-button";
import { useTRPC } from "../../trpc/client";
import { DismissDialog } from "./dismiss-dialog";
import { useDayText } from "./month-text";

const REFRESH_MS = 60_000;
/** The newest; the rest unfolds. */
const SHOWN = 5;

/**
 * Days that cost more than the days before them let expect, with the environment and the component, and the way to say why that is no
 * surprise. `isMine`: only those for the reader to act on, and nothing at all where there are none.
 */
export function Anomalies({ teamId, isMine = false }: { teamId?: string; isMine?: boolean }) {
  const t = useTranslations("anomalies");
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.costs.anomalies.queryOptions({}), refetchInterval: REFRESH_MS });
  const anomalies = (query.data ?? []).filter(
    (one) => (one.canDismiss || !isMine) && (!teamId || one.teamId === teamId),
  );
  if (!query.data || (isMine && anomalies.length === 0)) return null;
  return (
    <AnomalyCard title={t("title", { count: anomalies.length })} isCalm={anomalies.length === 0}>
      {anomalies.length === 0 ? (
        <p className="text-ink-muted">{t("none")}</p>
      ) : (
        <AnomalyList anomalies={anomalies} />
      )}
    </AnomalyCard>
  );
}

/** The same of one environment, with those that somebody has dismissed, by whom and why. */
export function EnvironmentAnomalies({ environmentId }: { environmentId: string }) {
  const t = useTranslations("anomalies");
  const trpc = useTRPC();
  const query = useQuery(trpc.costs.anomalies.queryOptions({ environmentId, includeDismissed: true }));
  if (!query.data) return null;
  const open = query.data.filter(({ dismissed }) => dismissed === null);
  const dismissed = query.data.filter((one) => one.dismissed !== null);
  return (
    <AnomalyCard title={t("title", { count: open.length })} isCalm={open.length === 0}>
      {open.length === 0 ? <p className="text-ink-muted">{t("none")}</p> : <AnomalyList anomalies={open} />}
      {dismissed.length > 0 ? (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer">{t("dismissed", { count: dismissed.length })}</summary>
          <ul className="mt-2 grid gap-2">
            {dismissed.map((anomaly) => (
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
      ) : null}
    </AnomalyCard>
  );
}

const keyOf = ({ environmentId, day, service, component }: AnomalyView) =>
  [environmentId, day, service, component].join(" ");

function AnomalyCard({ title, isCalm, children }: { title: string; isCalm: boolean; children: ReactNode }) {
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <TrendingUp aria-hidden className={`size-4 ${isCalm ? "text-ink-muted" : "text-attention"}`} />
          {title}
        </span>
      }
    >
      {children}
    </Card>
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
  const isKorean = useLocale() === "ko";
  const { environmentId, environmentName, service, component, componentKo, day, usd, expectedUsd } = anomaly;
  const name = (isKorean && componentKo) || component;
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

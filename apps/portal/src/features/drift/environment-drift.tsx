"use client";
import type { DriftFindingView, EnvironmentDriftView } from "@greenroom/drift/schema";
import { Button, Card, RelativeTime, Skeleton } from "@greenroom/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCw, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText, useSay } from "../../i18n/use-error-text";
import { DriftStateBadge } from "../../modules/drift/drift-state";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { FindingTable } from "./finding-table";
import { NotChecked } from "./not-checked";

const IgnoreDialog = dynamic(() => import("./ignore-dialog"));
const RevertDialog = dynamic(() => import("./revert-dialog"));

const RUNNING_REFRESH_MS = 1_000;
const REFRESH_MS = 30_000;

/**
 * How an environment differs from what was approved, what was not looked at, and what people decided about
 * it.
 */
export function EnvironmentDrift({ environmentId }: { environmentId: string }) {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.drift.ofEnvironment.queryOptions({ environmentId }),
    refetchInterval: ({ state }) => (state.data?.running ? RUNNING_REFRESH_MS : REFRESH_MS),
  });
  return (
    <QueryView query={query} skeleton={<Skeleton className="h-32" />}>
      {(drift) => <DriftCard environmentId={environmentId} drift={drift} />}
    </QueryView>
  );
}

function DriftCard({ environmentId, drift }: { environmentId: string; drift: EnvironmentDriftView }) {
  const t = useTranslations("drift");
  const say = useSay();
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [ignored, setIgnored] = useState<DriftFindingView | null>(null);
  const [isReverting, setIsReverting] = useState(false);
  const check = useMutation(
    trpc.drift.check.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.drift.pathKey() }),
    }),
  );
  const { running, checkedAt, findings, past, notChecked, checkedCount, driftedCount } = drift;
  return (
    <Card
      title={t("title")}
      aside={
        <div className="flex flex-wrap items-center gap-2">
          <DriftStateBadge state={drift.state} />
          {drift.mayRevert && drift.state === "DRIFTED" ? (
            <Button size="sm" onClick={() => setIsReverting(true)}>
              <Undo2 aria-hidden />
              {t("reverting.open")}
            </Button>
          ) : null}
          {drift.mayCheck ? (
            <Button
              size="sm"
              isBusy={check.isPending || running !== null}
              onClick={() => check.mutate({ environmentId })}
            >
              <RefreshCw aria-hidden />
              {t("check")}
            </Button>
          ) : null}
        </div>
      }
    >
      <div className="grid gap-3">
        <p role="status">
          {running ? t("running", running) : null}
          {!running && checkedAt
            ? t.rich("counts", {
                drifted: driftedCount,
                inSync: Math.max(0, checkedCount - driftedCount),
                notChecked: notChecked.length,
                when: () => <RelativeTime value={checkedAt} />,
              })
            : null}
          {!running && !checkedAt ? t("never") : null}
        </p>
        {check.error || drift.failure ? (
          <p role="alert" className="text-bad">
            {check.error
              ? errorText(check.error)
              : t("failed", { why: drift.failure ? say(drift.failure) : "" })}
          </p>
        ) : null}
        {findings.length > 0 ? (
          <FindingTable findings={findings} mayIgnore={drift.mayIgnore} onIgnore={setIgnored} />
        ) : null}
        {notChecked.length > 0 ? <NotChecked resources={notChecked} /> : null}
        {past.length > 0 ? (
          <details>
            <summary className="cursor-pointer text-ink-muted">{t("past", { count: past.length })}</summary>
            <FindingTable findings={past} mayIgnore={false} onIgnore={setIgnored} />
          </details>
        ) : null}
      </div>
      {isReverting ? (
        <RevertDialog
          environmentId={environmentId}
          environmentVersion={drift.environmentVersion}
          onClose={() => setIsReverting(false)}
        />
      ) : null}
      {ignored ? <IgnoreDialog finding={ignored} onClose={() => setIgnored(null)} /> : null}
    </Card>
  );
}

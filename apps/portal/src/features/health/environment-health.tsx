"use client";
import type { EnvironmentHealthView } from "@greenroom/health/schema";
import { Card, RelativeTime, Skeleton } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { HealthBadge } from "../../modules/health/health-badge";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { CheckList } from "./check-list";
import { Incidents } from "./incidents";
import { UptimeFacts } from "./uptime-facts";
import { useCauseText } from "./use-cause-text";

const REFRESH_MS = 15_000;

/** Whether an environment is well, what each check says, what happened before and how long it was up. */
export function EnvironmentHealth({ environmentId }: { environmentId: string }) {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.health.ofEnvironment.queryOptions({ environmentId }),
    refetchInterval: REFRESH_MS,
  });
  return (
    <QueryView query={query} skeleton={<Skeleton className="h-40" />}>
      {(health) => <HealthCard health={health} />}
    </QueryView>
  );
}

function HealthCard({ health }: { health: EnvironmentHealthView }) {
  const t = useTranslations("health");
  return (
    <Card title={t("title")} aside={<HealthBadge state={health.state} />}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Summary health={health} />
        {health.checks.length > 0 ? <CheckList checks={health.checks} /> : null}
        <UptimeFacts uptime={health.uptime} />
        <Incidents incidents={health.incidents} days={health.uptime.days} />
      </div>
    </Card>
  );
}

function Summary({ health: { cause, since, checks } }: { health: EnvironmentHealthView }) {
  const t = useTranslations("health");
  const causeText = useCauseText();
  if (cause?.kind === "RUN") return <p role="status">{t("run")}</p>;
  if (checks.length === 0) return <p role="status">{t("none")}</p>;
  return (
    <p role="status" className="break-words">
      {cause ? `${causeText(cause)}. ` : null}
      {since ? t.rich("since", { when: () => <RelativeTime value={since} /> }) : null}
    </p>
  );
}

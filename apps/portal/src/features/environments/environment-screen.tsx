"use client";
import type { EnvironmentView } from "@greenroom/environments/schema";
import { Card, KeyValue, LinkButton, PageHeader, PageSkeleton, RelativeTime } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SpecList } from "../../modules/environments/spec-list";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { EnvironmentArchitecture } from "./environment-architecture";
import { EnvironmentLinks } from "./environment-links";
import { EnvironmentMonthlyCost } from "./environment-monthly-cost";
import { EnvironmentRemainingSteps } from "./environment-remaining-steps";
import { EnvironmentStacks } from "./environment-stacks";
import { EnvironmentStatusBadge } from "./environment-status";
import { TimeLeft } from "./time-left";
import { WhoCanDoWhat } from "./who-can-do-what";

const REFRESH_MS = 5_000;

interface Props {
  environmentId: string;
  /** Parts of other concepts, put in by the page. */
  currentRun: ReactNode;
  health: ReactNode;
  drift: ReactNode;
  cost: ReactNode;
  costDetails: ReactNode;
  runs: ReactNode;
  requests: ReactNode;
  audit: ReactNode;
}

/** One environment: what it is, what it is made of, what it costs and what happened to it. */
export function EnvironmentScreen({ environmentId, ...parts }: Props) {
  const t = useTranslations("environment");
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.environments.get.queryOptions({ environmentId }),
    refetchInterval: REFRESH_MS,
  });
  return (
    <QueryView query={query} skeleton={<PageSkeleton label={t("loading")} />}>
      {(environment) => <Ready environment={environment} {...parts} />}
    </QueryView>
  );
}

function Ready({
  environment,
  currentRun,
  health,
  drift,
  cost,
  costDetails,
  runs,
  requests,
  audit,
}: { environment: EnvironmentView } & Omit<Props, "environmentId">) {
  const t = useTranslations("environment");
  const stages = useTranslations("stages");
  const { id, allowedActions, account } = environment;
  return (
    <>
      <PageHeader
        title={environment.name}
        state={<EnvironmentStatusBadge status={environment.status} />}
        description={`${environment.team.name} · ${stages(environment.stage)} · ${account.name} (${account.accountId}) · ${environment.region}`}
        actions={
          <>
            {allowedActions.includes("change") ? (
              <LinkButton variant="primary" href={`/environments/${id}/change`}>
                <Pencil aria-hidden />
                {t("change")}
              </LinkButton>
            ) : null}
            {allowedActions.includes("destroy") ? (
              <LinkButton href={`/environments/${id}/destroy`}>
                <Trash2 aria-hidden />
                {t("destroy")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {currentRun}
      <EnvironmentArchitecture environment={environment} />
      {environment.status === "DESTROYED" ? null : health}
      {environment.status === "DESTROYED" ? null : drift}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {environment.status === "READY" ? <EnvironmentRemainingSteps environmentId={id} /> : null}
          <EnvironmentStacks environment={environment} />
          {runs}
          {requests}
          {costDetails}
          <Card title={t("spec")}>
            <SpecList blueprint={environment.blueprint} spec={environment.spec} />
          </Card>
          {audit}
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Facts environment={environment} />
          {cost}
          <EnvironmentLinks environment={environment} />
          <WhoCanDoWhat environment={environment} />
        </div>
      </div>
    </>
  );
}

function Facts({ environment }: { environment: EnvironmentView }) {
  const t = useTranslations("environment");
  const isGone = environment.status === "DESTROYED";
  const when = (value: Date | null) => (value ? <RelativeTime value={value} /> : "–");
  return (
    <Card title={t("facts")}>
      <KeyValue
        items={[
          { key: "owner", label: t("owner"), value: environment.owner.name },
          {
            key: "cost",
            label: t("cost"),
            value: <EnvironmentMonthlyCost environment={environment} />,
          },
          {
            key: "left",
            label: t("timeLeft"),
            value: (
              <TimeLeft expiresAt={environment.expiresAt} isGone={isGone} isBuilt={environment.isBuilt} />
            ),
          },
          {
            key: "blueprint",
            label: t("blueprint"),
            value: `${environment.blueprint} ${environment.blueprintVersion}`,
          },
          { key: "version", label: t("version"), value: environment.version },
          { key: "network", label: t("network"), value: environment.cidrs.join(", ") || "–" },
          { key: "created", label: t("created"), value: when(environment.createdAt) },
          { key: "ready", label: t("ready"), value: when(environment.readyAt) },
          ...(isGone ? [{ key: "gone", label: t("destroyedAt"), value: when(environment.destroyedAt) }] : []),
        ]}
      />
    </Card>
  );
}

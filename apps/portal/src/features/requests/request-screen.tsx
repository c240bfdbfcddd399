"use client";
import { isOpen } from "@greenroom/requests/lifecycle";
import type { RequestView } from "@greenroom/requests/schema";
import { Card, KeyValue, LinkButton, PageHeader, PageSkeleton, RelativeTime, TextLink } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { PlayCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSay } from "../../i18n/use-error-text";
import { SpecList } from "../../modules/environments/spec-list";
import { useRequestName } from "../../modules/requests/use-request-name";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { Approvals } from "./approvals";
import { DecisionActions } from "./decision-actions";
import { PlanArchitecture } from "./plan/plan-architecture";
import { PlanView } from "./plan/plan-view";
import { RequestCost } from "./price/request-cost";
import { RequestStatusBadge } from "./request-status";

const REFRESH_MS = 3_000;
/** What is asked for in the wide column, the facts about it beside; a part that needs room spans both. */
const COLUMNS = "grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]";

/**
 * A request with everything an approver needs on one page. `planProgress`, `drift` and `audit` are parts of
 * other concepts.
 */
export function RequestScreen({
  requestId,
  planProgress,
  drift,
  audit,
}: {
  requestId: string;
  planProgress: ReactNode;
  drift: ReactNode;
  audit: ReactNode;
}) {
  const t = useTranslations("request");
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.requests.get.queryOptions({ requestId }),
    refetchInterval: ({ state }) => (state.data && !isOpen(state.data.status) ? false : REFRESH_MS),
  });
  return (
    <QueryView query={query} skeleton={<PageSkeleton label={t("loading")} />}>
      {(request) => <Ready request={request} planProgress={planProgress} drift={drift} audit={audit} />}
    </QueryView>
  );
}

function Ready({
  request,
  planProgress,
  drift,
  audit,
}: {
  request: RequestView;
  planProgress: ReactNode;
  drift: ReactNode;
  audit: ReactNode;
}) {
  const t = useTranslations("request");
  const say = useSay();
  const hasNoPlanYet = request.status === "PLANNING";
  return (
    <>
      <RequestHeader request={request} />
      {request.closingReason ? (
        <p className="rounded-lg border bg-surface p-3">
          <strong className="font-medium">
            {t(`closed.${request.status === "REJECTED" ? "rejected" : "other"}`)}
          </strong>{" "}
          {say(request.closingReason)}
        </p>
      ) : null}
      <div className={COLUMNS}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {drift}
          {hasNoPlanYet ? planProgress : null}
          {request.plan ? <PlanView plan={request.plan} /> : null}
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Facts request={request} />
          <RequestCost request={request} />
          <Approvals request={request} />
        </div>
        {request.plan ? (
          <div className="lg:col-span-2">
            <PlanArchitecture plan={request.plan} />
          </div>
        ) : null}
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Card title={t("spec")}>
            <SpecList blueprint={request.blueprint} spec={request.spec} before={request.specBefore} />
          </Card>
          {audit}
        </div>
      </div>
    </>
  );
}

function RequestHeader({ request }: { request: RequestView }) {
  const t = useTranslations("request");
  const requestName = useRequestName();
  return (
    <PageHeader
      title={requestName(request)}
      state={<RequestStatusBadge status={request.status} />}
      description={
        <>
          {t("askedBy", { name: request.requester.name })} <RelativeTime value={request.createdAt} />
        </>
      }
      actions={
        <>
          {request.runId ? (
            <LinkButton variant="primary" href={`/runs/${request.runId}`}>
              <PlayCircle aria-hidden />
              {t("openRun")}
            </LinkButton>
          ) : null}
          <DecisionActions request={request} />
        </>
      }
    />
  );
}

function Facts({ request }: { request: RequestView }) {
  const t = useTranslations("request");
  const stages = useTranslations("stages");
  return (
    <Card title={t("facts")}>
      <KeyValue
        items={[
          {
            key: "reason",
            label: t("reason"),
            value: <span className="whitespace-pre-wrap">{request.reason}</span>,
          },
          {
            key: "environment",
            label: t("environment"),
            value: request.environmentId ? (
              <TextLink href={`/environments/${request.environmentId}`}>{request.environmentName}</TextLink>
            ) : (
              request.environmentName
            ),
          },
          { key: "team", label: t("team"), value: request.team.name },
          { key: "stage", label: t("stage"), value: stages(request.stage) },
          { key: "region", label: t("region"), value: request.region },
          ...(request.kind === "DESTROY" || request.kind === "REVERT"
            ? []
            : [
                {
                  key: "lifetime",
                  label: t("lifetime"),
                  value:
                    request.lifetimeDays === null ? t("noEnd") : t("days", { count: request.lifetimeDays }),
                },
              ]),
          {
            key: "blueprint",
            label: t("blueprint"),
            value: `${request.blueprint} ${request.blueprintVersion}`,
          },
          ...(request.digest
            ? [
                {
                  key: "digest",
                  label: t("digest"),
                  value: (
                    <code className="font-mono text-sm" title={request.digest}>
                      {request.digest.slice(0, 12)}
                    </code>
                  ),
                },
              ]
            : []),
          ...(request.planRunId
            ? [
                {
                  key: "plan",
                  label: t("planRun"),
                  value: <TextLink href={`/runs/${request.planRunId}`}>{t("openPlanRun")}</TextLink>,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

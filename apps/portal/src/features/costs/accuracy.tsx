"use client";
import { type ActualComparison, addDays, dayOf } from "@greenroom/costs/schema";
import { blueprintText, findBlueprint } from "@greenroom/infra-templates/catalog";
import { Card, Money, Skeleton, Table, Td, Th, Tr } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { CostSection } from "./cost-tables";
import { formatPercentChange } from "./format-percent-change";
import { useDayText } from "./month-text";

const FRESH_MS = 300_000;

/** How far estimates are from what environments cost, by blueprint: "+6 %, n = 14". */
export function BlueprintAccuracy({ teamId }: { teamId: string | undefined }) {
  const t = useTranslations("accuracy");
  const locale = useLocale();
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.costs.compareActual.queryOptions({ teamId }), staleTime: FRESH_MS });
  return (
    <QueryView query={query} skeleton={<Skeleton className="h-24" />}>
      {({ blueprints, minDays, maxDays }) => (
        <CostSection title={t("title")} note={t("note", { min: minDays, max: maxDays })}>
          {blueprints.length === 0 ? (
            <p>{t("none", { min: minDays })}</p>
          ) : (
            <Table label={t("title")}>
              <thead>
                <tr>
                  <Th>{t("blueprint")}</Th>
                  <Th>{t("against")}</Th>
                  <Th isNumeric>{t("medianError")}</Th>
                </tr>
              </thead>
              <tbody>
                {blueprints.map(({ blueprint, source, n, medianErrorPercent }) => (
                  <Tr key={`${blueprint} ${source}`}>
                    <Td className="min-w-28">{titleOf(blueprint, locale)}</Td>
                    <Td>{t(`sources.${source}`)}</Td>
                    <Td isNumeric>
                      {t("ofSome", { error: formatPercentChange(medianErrorPercent, locale), count: n })}
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          )}
        </CostSection>
      )}
    </QueryView>
  );
}

function titleOf(blueprint: string, locale: string): string {
  const model = findBlueprint(blueprint);
  return model ? blueprintText(model.title, locale) : blueprint;
}

/**
 * What an environment was estimated to cost over its last days, and what it cost; or when there will be
 * something to compare.
 */
export function EnvironmentAccuracy({ environmentId }: { environmentId: string }) {
  const t = useTranslations("accuracy");
  const trpc = useTRPC();
  const environment = useQuery(trpc.environments.get.queryOptions({ environmentId })).data;
  const query = useQuery(trpc.costs.compareActual.queryOptions({ environmentId }));
  return (
    <QueryView query={query} skeleton={<Skeleton className="h-24" />}>
      {({ environments, minDays }) => {
        if (environments.length === 0 && environment?.status === "DESTROYED") return null;
        return (
          <Card title={t("title")}>
            {environments.length === 0 ? (
              <NothingYet minDays={minDays} readyAt={environment?.readyAt ?? null} />
            ) : (
              environments.map((compared) => <Compared key={compared.source} compared={compared} />)
            )}
          </Card>
        );
      }}
    </QueryView>
  );
}

function Compared({ compared }: { compared: ActualComparison["environments"][number] }) {
  const t = useTranslations("accuracy");
  const locale = useLocale();
  const { source, days, estimatedUsd, actualUsd, errorPercent } = compared;
  const figures = [
    { key: "estimated", label: t("estimatedFor", { count: days }), value: <Money usd={estimatedUsd} /> },
    { key: "actual", label: t(`actual.${source}`), value: <Money usd={actualUsd} /> },
    { key: "error", label: t("error"), value: formatPercentChange(errorPercent, locale) },
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 [&+&]:mt-4">
      {figures.map(({ key, label, value }) => (
        <div key={key}>
          <dt className="text-ink-muted text-sm">{label}</dt>
          <dd className="font-semibold text-lg tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A day counts when it lies wholly after the last deployment, so the day of that and today do not. */
function NothingYet({ minDays, readyAt }: { minDays: number; readyAt: Date | null }) {
  const t = useTranslations("accuracy");
  const dayText = useDayText();
  if (readyAt === null) return <p className="text-ink-muted">{t("neverBuilt", { min: minDays })}</p>;
  const firstDay = addDays(dayOf(readyAt), minDays + 1);
  const isToCome = firstDay > dayOf(new Date());
  return (
    <p className="text-ink-muted">
      {isToCome ? t("from", { min: minDays, day: dayText(firstDay) }) : t("noDays", { min: minDays })}
    </p>
  );
}

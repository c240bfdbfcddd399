"use client";
import type { CostDashboardInput, PriceGap } from "@greenroom/costs/schema";
import { componentMessage } from "@greenroom/pricing/schema";
import { Badge, Skeleton, Table, Td, TextLink, Th, Tr } from "@greenroom/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useSay } from "../../i18n/use-error-text";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { CostSection } from "./cost-tables";

const FRESH_MS = 300_000;
const NAMES_SHOWN = 3;

/** What the estimates leave out, or price by an old figure: a total is worth what its prices are. */
export function PriceGaps({ filters: { teamId, stage } }: { filters: CostDashboardInput }) {
  const t = useTranslations("costs.gaps");
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.costs.priceGaps.queryOptions({ teamId, stage }),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });
  return (
    <QueryView query={query} skeleton={<Skeleton className="h-40" />}>
      {({ gaps, checkedCount, environmentCount }) =>
        checkedCount === 0 ? null : (
          <CostSection
            title={t("title")}
            note={t(checkedCount < environmentCount ? "noteOfSome" : "note", { count: checkedCount })}
          >
            {gaps.length === 0 ? <p>{t("none")}</p> : <GapTable gaps={gaps} />}
          </CostSection>
        )
      }
    </QueryView>
  );
}

function GapTable({ gaps }: { gaps: readonly PriceGap[] }) {
  const t = useTranslations("costs.gaps");
  const say = useSay();
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("part")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("where")}</Th>
        </tr>
      </thead>
      <tbody>
        {gaps.map(({ kind, service, name, region, asOf, environments }) => (
          <Tr key={`${kind} ${service} ${name} ${region}`}>
            <Td className="min-w-36">
              {say(componentMessage(name))}
              <div className="text-ink-muted text-xs">
                {service} · {region}
              </div>
            </Td>
            <Td>
              <Badge tone="attention">{t(`kinds.${kind}`)}</Badge>
              {asOf && kind === "STALE" ? <div className="mt-0.5 text-ink-muted text-xs">{asOf}</div> : null}
            </Td>
            <Td className="min-w-36">
              {environments.slice(0, NAMES_SHOWN).map(({ id, name: environmentName }, index) => (
                <span key={id}>
                  {index > 0 ? ", " : ""}
                  <TextLink href={`/environments/${id}`}>{environmentName}</TextLink>
                </span>
              ))}
              {environments.length > NAMES_SHOWN ? (
                <span className="text-ink-muted">
                  {" "}
                  {t("more", { count: environments.length - NAMES_SHOWN })}
                </span>
              ) : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

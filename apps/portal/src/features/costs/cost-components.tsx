"use client";
import {
  addDecimals,
  type CostComponent,
  componentMessage,
  type Estimate,
  type ResourceCost,
  unitMessage,
} from "@greenroom/pricing/schema";
import { Badge, Card, Money, Table, Td, Th, Tr } from "@greenroom/ui";
import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useSay } from "../../i18n/use-error-text";
import { isUnpriced } from "../../modules/costs/missing-prices";
import { MonthlyCost } from "../../modules/costs/monthly-cost";
import { formatQuantity } from "./format-quantity";

interface PricedPart {
  resource: ResourceCost;
  component: CostComponent;
}

/** Stacks in the order they come, each with what it is charged for, the most expensive first. */
function partsByStack(estimate: Estimate): [string, PricedPart[]][] {
  const stacks = new Map<string, PricedPart[]>();
  for (const resource of estimate.resources) {
    const parts = resource.components.map((component) => ({ resource, component }));
    if (parts.length > 0) stacks.set(resource.stackKey, [...(stacks.get(resource.stackKey) ?? []), ...parts]);
  }
  const costOf = ({ component }: PricedPart) => Number(component.monthlyCostUsd?.expected ?? 0);
  return [...stacks].map(([key, parts]) => [key, parts.toSorted((a, b) => costOf(b) - costOf(a))]);
}

/**
 * Everything an environment is charged for, by stack: how much of it, at what price, from where and of when.
 */
export function CostComponents({ estimate }: { estimate: Estimate }) {
  const t = useTranslations("costs.components");
  return (
    <Card title={t("title")} isFlush>
      {partsByStack(estimate).map(([stackKey, parts]) => (
        <details key={stackKey} className="group border-t first:border-t-0">
          <summary className="flex cursor-pointer flex-wrap items-center gap-2 px-3 py-2 hover:bg-sunken">
            <ChevronRight
              aria-hidden
              className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-90"
            />
            <h3 className="font-medium">{t("stack", { stack: stackKey })}</h3>
            <StackMarks parts={parts} />
            <MonthlyCost
              className="ml-auto"
              usd={addDecimals(parts.map(({ component }) => component.monthlyCostUsd?.expected ?? "0"))}
            />
          </summary>
          <div className="border-t p-3">
            <ComponentTable parts={parts} label={t("stack", { stack: stackKey })} />
            <Sources sources={sourcesOf(parts)} />
          </div>
        </details>
      ))}
    </Card>
  );
}

/** Whether something in a stack has no price, or an old one: said before it is opened. */
function StackMarks({ parts }: { parts: readonly PricedPart[] }) {
  const t = useTranslations("costs.components");
  const unpriced = parts.filter(({ component }) => isUnpriced(component)).length;
  const stale = parts.filter(({ component }) => component.isStale).length;
  return (
    <>
      {unpriced > 0 ? <Badge tone="attention">{t("unpricedCount", { count: unpriced })}</Badge> : null}
      {stale > 0 ? <Badge tone="attention">{t("staleCount", { count: stale })}</Badge> : null}
    </>
  );
}

/** Where the prices of a stack come from, each once. */
const sourcesOf = (parts: readonly PricedPart[]): string[] => [
  ...new Set(parts.flatMap(({ component }) => component.source ?? [])),
];

/** Sources are long, and many parts share one: the table names them by number. */
function Sources({ sources }: { sources: readonly string[] }) {
  const t = useTranslations("costs.components");
  if (sources.length === 0) return null;
  return (
    <details className="mt-2 text-ink-muted text-xs">
      <summary className="cursor-pointer">{t("sources", { count: sources.length })}</summary>
      <ol className="mt-1 ml-6 grid list-decimal gap-0.5 break-all">
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ol>
    </details>
  );
}

function ComponentTable({ parts, label }: { parts: readonly PricedPart[]; label: string }) {
  const t = useTranslations("costs.components");
  const locale = useLocale();
  const say = useSay();
  const sources = sourcesOf(parts);
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t("part")}</Th>
          <Th isNumeric>{t("quantity")}</Th>
          <Th isNumeric>{t("price")}</Th>
          <Th isNumeric>{t("monthly")}</Th>
          <Th>{t("source")}</Th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ resource, component }) => (
          <Tr key={`${resource.logicalId} ${component.name}`}>
            <Td className="min-w-40">
              {say(componentMessage(component.name))}
              <div className="text-ink-muted text-xs">
                {resource.service} · {resource.logicalId}
              </div>
            </Td>
            <Td className="text-right tabular-nums">
              {component.notKnown
                ? "–"
                : formatQuantity(
                    component.monthlyQuantity.expected,
                    say(unitMessage(component.unit)),
                    locale,
                  )}
            </Td>
            <Td isNumeric>
              {component.unitPriceUsd === null ? (
                <Badge tone={isUnpriced(component) ? "attention" : "neutral"}>{t("unpriced")}</Badge>
              ) : (
                // A price may have many digits after the point, and each of them counts.
                <span className="tabular-nums">${component.unitPriceUsd}</span>
              )}
            </Td>
            <Td isNumeric>
              {component.monthlyCostUsd ? <Money usd={component.monthlyCostUsd.expected} /> : "–"}
            </Td>
            <Td className="text-ink-muted text-sm">
              <span className="whitespace-nowrap">
                {component.source ? (component.asOf ?? t("noDate")) : t("noSource")}
              </span>{" "}
              {component.source ? (
                <span className="whitespace-nowrap">[{sources.indexOf(component.source) + 1}]</span>
              ) : null}{" "}
              {component.isStale ? <Badge tone="attention">{t("stale")}</Badge> : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

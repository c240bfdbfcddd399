"use client";
import type { CostDashboard } from "@greenroom/costs/schema";
import { addDecimals } from "@greenroom/pricing/schema";
import { Button, Card, Money, Skeleton, setStyle, Table, Td, Th, Tr } from "@greenroom/ui";
import { ChartColumn, Table2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import "./chart-colours.css";
import { useDayText } from "./month-text";

const Chart = dynamic(() => import("./daily-cost-chart"), {
  ssr: false,
  loading: () => <Skeleton className="h-[260px]" />,
});

/**
 * The last days by service, as a chart or as a table.
 * @param forecastUsd what each day to come in this month is taken to cost; null: nothing is said of them
 */
export function DailyCostCard({
  daily,
  forecastUsd,
  children,
}: {
  daily: CostDashboard["daily"];
  forecastUsd: string | null;
  /** Stands above the days. */
  children?: ReactNode;
}) {
  const t = useTranslations("costs");
  const [isTable, setIsTable] = useState(false);
  const comingDays = forecastUsd === null ? [] : daysToCome(daily.days.at(-1)?.day ?? "");
  const total = addDecimals(daily.days.flatMap(({ usd }) => usd));
  if (daily.services.length === 0) return null;
  return (
    <Card
      title={t("daily")}
      aside={
        <Button size="sm" variant="ghost" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          {isTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
          {t(isTable ? "asChart" : "asTable")}
        </Button>
      }
    >
      {children}
      {isTable ? (
        <div className="max-h-96 overflow-y-auto">
          <DailyTable daily={daily} />
        </div>
      ) : (
        <div className="grid gap-3">
          <Legend daily={daily} hasForecast={comingDays.length > 0} />
          <Chart
            daily={daily}
            comingDays={comingDays}
            forecastUsd={forecastUsd}
            label={t("chartLabel", { total: Number(total).toFixed(2), count: daily.days.length })}
          />
        </div>
      )}
    </Card>
  );
}

/** The days after `today` up to the end of its month. */
function daysToCome(today: string): string[] {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from(
    { length: Math.max(0, last - day) },
    (_, index) => `${today.slice(0, 8)}${String(day + index + 1).padStart(2, "0")}`,
  );
}

function Legend({ daily, hasForecast }: { daily: CostDashboard["daily"]; hasForecast: boolean }) {
  const t = useTranslations("costs");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <li className="text-ink-muted">{t("sumsOf", { count: daily.days.length })}</li>
      {daily.services.map((service, index) => (
        <li key={service} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="size-2.5 rounded-xs"
            ref={setStyle({ background: `var(--chart-${service === null ? 6 : index})` })}
          />
          {service ?? t("otherServices")}
          <Money
            usd={addDecimals(daily.days.map(({ usd }) => usd[index] ?? "0"))}
            className="text-ink-muted"
          />
        </li>
      ))}
      {hasForecast ? (
        <li className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="size-2.5 rounded-xs border border-line-strong border-dashed bg-sunken"
          />
          {t("toCome")}
        </li>
      ) : null}
    </ul>
  );
}

function DailyTable({ daily }: { daily: CostDashboard["daily"] }) {
  const t = useTranslations("costs");
  const dayText = useDayText();
  return (
    <Table label={t("dailyTable")}>
      <thead>
        <tr>
          <Th>{t("columns.day")}</Th>
          <Th isNumeric>{t("columns.total")}</Th>
          {daily.services.map((service) => (
            <Th key={service} isNumeric>
              {service ?? t("otherServices")}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {daily.days.toReversed().map(({ day, usd }) => (
          <Tr key={day}>
            <Td className="whitespace-nowrap">{dayText(day)}</Td>
            <Td isNumeric className="font-medium">
              <Money usd={addDecimals(usd)} />
            </Td>
            {usd.map((amount, index) => (
              <Td key={daily.services[index]} isNumeric>
                <Money usd={amount} />
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

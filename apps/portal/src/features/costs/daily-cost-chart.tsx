"use client";
import type { CostDashboard } from "@greenroom/costs/schema";
import { addDecimals } from "@greenroom/pricing/schema";
import { formatMoney } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import "./chart-colours.css";
import { useDayText } from "./month-text";

const HEIGHT = 260;

interface ChartDay {
  day: string;
  /** Dollars by service as text, in the order of the services; none of a day to come. */
  usd: readonly string[];
  /** What a day to come is taken to cost. */
  forecastUsd: string | null;
}

/**
 * The days as stacked bars, those to come as outlined ones. Numbers become floats only here, to be drawn;
 * what is written stays the text it was.
 */
export default function DailyCostChart({
  daily,
  comingDays,
  forecastUsd,
  label,
}: {
  daily: CostDashboard["daily"];
  comingDays: readonly string[];
  forecastUsd: string | null;
  label: string;
}) {
  const t = useTranslations("costs");
  const locale = useLocale();
  const dayText = useDayText();
  const days: ChartDay[] = [
    ...daily.days.map(({ day, usd }) => ({ day, usd, forecastUsd: null })),
    ...comingDays.map((day) => ({ day, usd: [], forecastUsd })),
  ];
  const axisMoney = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "USD",
    currencyDisplay: "narrowSymbol",
    notation: "compact",
  });
  const tick = { fill: "var(--ink-muted)", fontSize: 12 };
  return (
    <div role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart
          data={days}
          barCategoryGap={1}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="day"
            tickFormatter={dayText}
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: "var(--line)" }}
            minTickGap={32}
          />
          <YAxis
            width={52}
            tickFormatter={(value: number) => axisMoney.format(value)}
            tick={tick}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--sunken)" }}
            content={({ active, payload }) => {
              const shown = payload?.[0]?.payload as ChartDay | undefined;
              return active && shown ? (
                <div className="grid gap-0.5 rounded-md border bg-raised px-3 py-2 text-sm shadow-md">
                  <span className="font-medium">{dayText(shown.day)}</span>
                  <span className="tabular-nums">
                    {formatMoney(shown.forecastUsd ?? addDecimals(shown.usd), locale)} {t("perDay")}
                    {shown.forecastUsd === null ? "" : ` (${t("toCome")})`}
                  </span>
                  {shown.usd.map((usd, index) =>
                    Number(usd) > 0 ? (
                      <span key={daily.services[index]} className="text-ink-muted tabular-nums">
                        {daily.services[index] ?? t("otherServices")} {formatMoney(usd, locale)}
                      </span>
                    ) : null,
                  )}
                </div>
              ) : null;
            }}
          />
          {daily.services.map((service, index) => (
            <Bar
              key={service}
              name={service ?? t("otherServices")}
              dataKey={(day: ChartDay) => Number(day.usd[index] ?? 0)}
              stackId="day"
              fill={`var(--chart-${service === null ? 6 : index})`}
              isAnimationActive={false}
            />
          ))}
          <Bar
            name={t("toCome")}
            dataKey={(day: ChartDay) => Number(day.forecastUsd ?? 0)}
            stackId="day"
            fill="var(--sunken)"
            stroke="var(--line-strong)"
            strokeDasharray="2 2"
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

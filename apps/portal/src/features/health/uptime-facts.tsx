"use client";
import type { EnvironmentHealthView } from "@greenroom/health/schema";
import { formatDuration, KeyValue } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import { formatUptime } from "./format-uptime";

/** Uptime beside its target, and what may still be lost. */
export function UptimeFacts({ uptime }: { uptime: EnvironmentHealthView["uptime"] }) {
  const t = useTranslations("health");
  const locale = useLocale();
  const { percent, knownMs, budgetMs, budgetLeftMs, targetPercent, days } = uptime;
  const duration = (ms: number) => formatDuration(ms, locale);
  const budget = duration(budgetMs);
  return (
    <KeyValue
      items={[
        {
          key: "uptime",
          label: t("uptime", { days }),
          value:
            percent === null
              ? t("uptimeNone")
              : t("uptimeValue", {
                  percent: formatUptime(percent, locale),
                  known: duration(knownMs),
                  target: formatUptime(targetPercent, locale),
                }),
        },
        {
          key: "budget",
          label: t("budget"),
          value:
            budgetLeftMs >= 0 ? (
              t("budgetLeft", { left: duration(budgetLeftMs), budget })
            ) : (
              <span className="text-bad">
                {t("budgetSpent", { over: duration(-budgetLeftMs), budget, days })}
              </span>
            ),
        },
      ]}
    />
  );
}

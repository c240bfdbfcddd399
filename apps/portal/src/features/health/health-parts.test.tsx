import type { EnvironmentHealthView } from "@greenroom/health/schema";
import { LanguageProvider, TooltipProvider } from "@greenroom/ui";
import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Translations } from "../../i18n/translations";
import { CheckList } from "./check-list";
import { Incidents } from "./incidents";
import { UptimeFacts } from "./uptime-facts";

const at = new Date("2026-06-01T12:00:00Z");
const health: Pick<EnvironmentHealthView, "checks" | "incidents" | "uptime"> = {
  checks: [
    {
      kind: "ALARMS",
      state: "HEALTHY",
      next: { state: "UNHEALTHY", count: 2 },
      ranAt: at,
      count: 12,
      facts: [
        { kind: "ALARM_RINGS", state: "UNHEALTHY", name: "spring-redis-cpu", says: "Threshold crossed" },
      ],
      failure: { key: "cloud.away", values: { operation: "DescribeAlarms", awsMessage: "ECONNREFUSED" } },
      isStale: false,
    },
    {
      kind: "STACKS",
      state: "HEALTHY",
      next: null,
      ranAt: at,
      count: 5,
      facts: [],
      failure: null,
      isStale: true,
    },
  ],
  incidents: [
    {
      id: "1",
      from: "HEALTHY",
      state: "UNHEALTHY",
      to: "HEALTHY",
      cause: { kind: "ALARMS", names: ["spring-redis-cpu"] },
      startedAt: at,
      endedAt: new Date(at.getTime() + 3 * 60_000),
    },
  ],
  uptime: {
    percent: 99.9996,
    knownMs: 3_600_000,
    downMs: 180_000,
    budgetMs: 2_592_000,
    budgetLeftMs: -60_000,
    targetPercent: 99.9,
    days: 30,
  },
};

const textIn = (locale: "en" | "ko") => {
  const words = {} as ComponentProps<typeof LanguageProvider>["words"];
  const html = renderToStaticMarkup(
    <LanguageProvider locale={locale} words={words}>
      <TooltipProvider>
        <Translations locale={locale}>
          <CheckList checks={health.checks} />
          <UptimeFacts uptime={health.uptime} />
          <Incidents incidents={health.incidents} days={30} />
        </Translations>
      </TooltipProvider>
    </LanguageProvider>,
  );
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
};

it("says what each check found and how old that is, what is in the air, incidents and what was lost", () => {
  const text = textIn("en");
  for (const said of [
    "spring-redis-cpu is in alarm",
    "Threshold crossed",
    "1 of 12",
    "May become Unhealthy: 2 of 3 checks say so",
    "ECONNREFUSED",
    "Stacks Health unknown",
    "Too old to count",
    "99.999 % of 1 h 00 m known (target 99.9 %)",
    "Spent: 1 m 00 s over the 43 m 12 s of 30 days",
    "1 incident in 30 days",
    "Healthy → Unhealthy",
    "CloudWatch alarms: spring-redis-cpu",
    "3 m 00 s",
  ])
    expect(text).toContain(said);
});

it("says it in Korean", () => {
  const text = textIn("ko");
  for (const said of [
    "경보 발생",
    "12개 중 1개",
    "오래되어 반영하지 않음",
    "예산 초과: 30일간 43분 12초보다 1분 00초 많음",
    "정상 → 비정상",
  ])
    expect(text).toContain(said);
});

import { z } from "zod";
import type { FormSection } from "../model/blueprint";
import type { Size } from "../model/stack-model";
import { DAYS_PER_MONTH } from "../model/usage-value";
import { whole } from "../spec/setting-types";

const HOURS_PER_DAY = 24;
const MOST_REQUESTS_PER_SECOND = 50_000;

/** Figures typed one a line arrive as texts. */
const ratesByHour = z
  .array(z.union([z.number(), z.string()]))
  .superRefine((rates, context) => {
    const refuse = (message: string, params: Record<string, string | number>) =>
      context.addIssue({ code: "custom", message, params });
    const odd = rates.find((rate) => !isRate(rate));
    if (odd !== undefined)
      refuse("spec.traffic.rate", { value: String(odd).slice(0, 60), maximum: MOST_REQUESTS_PER_SECOND });
    else if (rates.length !== 0 && rates.length !== HOURS_PER_DAY)
      refuse("spec.traffic.byHour", { count: rates.length });
  })
  .transform((rates) => rates.map(Number));

function isRate(rate: number | string): boolean {
  const isWhole = /^\d+$/.test(String(rate).trim());
  return isWhole && Number(rate) <= MOST_REQUESTS_PER_SECOND;
}

/** What the owner expects of a month. It changes the estimate, never the resources. */
export const trafficSettings = z.strictObject({
  requestsPerSecond: whole(0, MOST_REQUESTS_PER_SECOND),
  hoursPerDay: z.number().min(0).max(HOURS_PER_DAY),
  /** Requests per second in each hour of a day from midnight, in place of the two above; empty where they say enough. */
  byHour: ratesByHour.default([]),
  natGbPerMonth: z.number().min(0).max(1_000_000),
  storageGb: z.number().min(0).max(100_000),
  /** Thousand bytes of an answer that leaves AWS, on average. */
  kbPerResponse: z.number().min(0).max(10_000).default(20),
});
export type TrafficSettings = z.infer<typeof trafficSettings>;

export const TRAFFIC_SIZES: Record<Size, TrafficSettings> = {
  dev: {
    requestsPerSecond: 1,
    hoursPerDay: 8,
    byHour: [],
    natGbPerMonth: 5,
    storageGb: 1,
    kbPerResponse: 20,
  },
  staging: {
    requestsPerSecond: 10,
    hoursPerDay: 12,
    byHour: [],
    natGbPerMonth: 50,
    storageGb: 10,
    kbPerResponse: 20,
  },
  loadtest: {
    requestsPerSecond: 10_000,
    hoursPerDay: 0.5,
    byHour: [],
    natGbPerMonth: 100,
    storageGb: 50,
    kbPerResponse: 20,
  },
  prod: {
    requestsPerSecond: 100,
    hoursPerDay: 24,
    byHour: [],
    natGbPerMonth: 500,
    storageGb: 200,
    kbPerResponse: 20,
  },
};

type Rates = Pick<TrafficSettings, "requestsPerSecond" | "hoursPerDay" | "byHour">;

/** Requests per second in each of a day's 24 hours: as given, or the one rate from midnight for as long as it is in use. */
export function hourlyRates({ requestsPerSecond, hoursPerDay, byHour }: Rates): readonly number[] {
  if (byHour.length > 0) return byHour;
  const shareOf = (hour: number) => Math.min(1, Math.max(0, hoursPerDay - hour));
  return Array.from({ length: HOURS_PER_DAY }, (_, hour) => requestsPerSecond * shareOf(hour));
}

/** The mean over a day of what follows from each hour's requests per second. */
export function dailyMean(traffic: Rates, follow: (requestsPerSecond: number) => number): number {
  return hourlyRates(traffic).reduce((sum, rate) => sum + follow(rate), 0) / HOURS_PER_DAY;
}

/** Requests of a month (730 hours) at the expected rates. */
export function requestsPerMonth(traffic: Rates): number {
  return dailyMean(traffic, (rate) => rate) * 3600 * HOURS_PER_DAY * DAYS_PER_MONTH;
}

/** Reservations of a month: the owners state no share, so one for 100 requests is assumed wherever it matters. */
export function reservationsPerMonth(traffic: TrafficSettings): number {
  return requestsPerMonth(traffic) * RESERVATION_SHARE;
}
export const RESERVATION_SHARE = 0.01;

/** Of the reservations that are made; the others expire. */
export const CONFIRMED_SHARE = 0.6;

export const trafficSection: FormSection = {
  key: "traffic",
  title: { en: "Expected traffic", ko: "예상 트래픽" },
  help: {
    en: "Used for the price only; it changes nothing that is built.",
    ko: "가격 계산에만 사용되며 구성에는 영향을 주지 않습니다.",
  },
  fields: [
    {
      path: "traffic.requestsPerSecond",
      kind: "number",
      label: { en: "Requests per second", ko: "초당 요청 수" },
      help: { en: "The average while it is in use.", ko: "사용 시간 중 평균입니다." },
      min: 0,
      max: 50_000,
    },
    {
      path: "traffic.hoursPerDay",
      kind: "number",
      label: { en: "Hours in use per day", ko: "하루 사용 시간" },
      unit: { en: "hours", ko: "시간" },
      min: 0,
      max: 24,
    },
    {
      path: "traffic.byHour",
      kind: "list",
      label: { en: "Requests per second by hour", ko: "시간대별 초당 요청 수" },
      help: {
        en: "Where the load changes over the day: 24 figures from midnight, one a line or with commas. They take the place of the two figures above; capacity that scales is priced hour by hour.",
        ko: "하루 동안 부하가 달라질 때, 자정부터 24개의 값을 한 줄에 하나씩 또는 쉼표로 구분해 입력합니다. 위의 두 값을 대신하며, 자동으로 늘고 주는 용량은 시간대별로 계산합니다.",
      },
    },
    {
      path: "traffic.natGbPerMonth",
      kind: "number",
      label: { en: "Data through NAT per month", ko: "월 NAT 데이터" },
      unit: { en: "GB", ko: "GB" },
      min: 0,
      max: 1_000_000,
    },
    {
      path: "traffic.storageGb",
      kind: "number",
      label: { en: "Data in the tables", ko: "테이블 데이터" },
      unit: { en: "GB", ko: "GB" },
      min: 0,
      max: 100_000,
    },
    {
      path: "traffic.kbPerResponse",
      kind: "number",
      label: { en: "Size of an answer", ko: "응답 크기" },
      help: {
        en: "The average of pages, images and API answers as they reach the visitor.",
        ko: "방문자에게 전달되는 페이지, 이미지, API 응답의 평균입니다.",
      },
      unit: { en: "KB", ko: "KB" },
      min: 0,
      max: 10_000,
    },
  ],
};

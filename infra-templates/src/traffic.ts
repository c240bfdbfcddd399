import { z } from "zod";
import type { FormSection } from "./blueprint";
import { whole } from "./setting-types";
import type { Size } from "./stack-model";
import { DAYS_PER_MONTH } from "./usage-value";

/** What the owner expects of a month. It changes the estimate, never the resources. */
export const trafficSettings = z.strictObject({
  requestsPerSecond: whole(0, 50_000),
  hoursPerDay: z.number().min(0).max(24),
  natGbPerMonth: z.number().min(0).max(1_000_000),
  storageGb: z.number().min(0).max(100_000),
  /** Thousand bytes of an answer that leaves AWS, on average. */
  kbPerResponse: z.number().min(0).max(10_000).default(20),
});
export type TrafficSettings = z.infer<typeof trafficSettings>;

export const TRAFFIC_SIZES: Record<Size, TrafficSettings> = {
  dev: { requestsPerSecond: 1, hoursPerDay: 8, natGbPerMonth: 5, storageGb: 1, kbPerResponse: 20 },
  staging: { requestsPerSecond: 10, hoursPerDay: 12, natGbPerMonth: 50, storageGb: 10, kbPerResponse: 20 },
  loadtest: {
    requestsPerSecond: 10_000,
    hoursPerDay: 0.5,
    natGbPerMonth: 100,
    storageGb: 50,
    kbPerResponse: 20,
  },
  prod: { requestsPerSecond: 100, hoursPerDay: 24, natGbPerMonth: 500, storageGb: 200, kbPerResponse: 20 },
};

/** Requests of a month (730 hours) at the expected rate. */
export function requestsPerMonth({
  requestsPerSecond,
  hoursPerDay,
}: Pick<TrafficSettings, "requestsPerSecond" | "hoursPerDay">): number {
  return requestsPerSecond * 3600 * hoursPerDay * DAYS_PER_MONTH;
}

/** Reservations of a month: the owners state no share, so one for 100 requests is assumed wherever it matters. */
export function reservationsPerMonth(traffic: TrafficSettings): number {
  return requestsPerMonth(traffic) * 0.01;
}

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

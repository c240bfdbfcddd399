import type { SettingsSection } from "../model/form";

export const trafficSection: SettingsSection = {
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
      help: { en: "The average while it is in use.", ko: "사용하는 시간 동안의 평균입니다." },
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
        en: "Where the load changes over the day: 24 figures from midnight, one per line or separated by commas. They replace the two figures above; capacity that scales is priced hour by hour.",
        ko: "시간대마다 부하가 다르면 자정부터 24개의 값을 한 줄에 하나씩 또는 쉼표로 구분해 입력합니다. 위의 두 값을 대신하며, 자동 확장되는 용량은 시간대별로 계산합니다.",
      },
    },
    {
      path: "traffic.natGbPerMonth",
      kind: "number",
      label: { en: "Data through NAT per month", ko: "월간 NAT 데이터" },
      unit: { en: "GB", ko: "GB" },
      min: 0,
      max: 1_000_000,
    },
    {
      path: "traffic.storageGb",
      kind: "number",
      label: { en: "Data in the tables", ko: "테이블 데이터 크기" },
      unit: { en: "GB", ko: "GB" },
      min: 0,
      max: 100_000,
    },
    {
      path: "traffic.kbPerResponse",
      kind: "number",
      label: { en: "Response size", ko: "응답 크기" },
      help: {
        en: "The average of pages, images and API responses as they reach the visitor.",
        ko: "방문자에게 전달되는 페이지, 이미지, API 응답의 평균입니다.",
      },
      unit: { en: "KB", ko: "KB" },
      min: 0,
      max: 10_000,
    },
  ],
};

import type { BlueprintModel } from "../blueprint";
import type { TicketingSpec } from "./spec";

/** Sizes to start from. The CIDR is a starting value: the portal proposes a free one of the account. */
export const TICKETING_PRESETS: BlueprintModel<TicketingSpec>["presets"] = [
  {
    key: "dev",
    label: { en: "Development", ko: "개발" },
    summary: {
      en: "Two zones, one NAT gateway, short retention: the least that works.",
      ko: "영역 2개, NAT 게이트웨이 1개, 짧은 보존 기간의 최소 구성입니다.",
    },
    stages: ["dev"],
    spec: {
      network: { cidr: "10.181.0.0/16", zones: 2, nat: "single", flowLogs: true, flowLogRetentionDays: 7 },
      data: { pointInTimeRecovery: false, recoveryDays: 7, deletionProtection: false },
      events: { archiveDays: 7, logRetentionDays: 7, maxReceiveCount: 3, queueRetentionDays: 4 },
      traffic: { requestsPerSecond: 1, hoursPerDay: 8, natGbPerMonth: 5, storageGb: 1 },
    },
  },
  {
    key: "staging",
    label: { en: "Staging", ko: "스테이징" },
    summary: {
      en: "The shape of production at a tenth of its traffic, with one NAT gateway.",
      ko: "운영과 같은 구성에 트래픽은 10분의 1이며 NAT 게이트웨이는 1개입니다.",
    },
    stages: ["staging"],
    spec: {
      network: { cidr: "10.182.0.0/16", zones: 2, nat: "single", flowLogs: true, flowLogRetentionDays: 30 },
      data: { pointInTimeRecovery: true, recoveryDays: 7, deletionProtection: false },
      events: { archiveDays: 14, logRetentionDays: 14, maxReceiveCount: 5, queueRetentionDays: 4 },
      traffic: { requestsPerSecond: 10, hoursPerDay: 12, natGbPerMonth: 50, storageGb: 10 },
    },
  },
  {
    key: "loadtest",
    label: { en: "Load test", ko: "부하 테스트" },
    summary: {
      en: "10,000 requests a second for half an hour a day, NAT per zone, nothing kept for long.",
      ko: "하루 30분 동안 초당 요청 10,000건, 영역별 NAT, 짧은 보존 기간의 구성입니다.",
    },
    stages: ["dev", "staging"],
    spec: {
      network: { cidr: "10.183.0.0/16", zones: 2, nat: "per-zone", flowLogs: false, flowLogRetentionDays: 3 },
      data: { pointInTimeRecovery: false, recoveryDays: 1, deletionProtection: false },
      events: { archiveDays: 3, logRetentionDays: 3, maxReceiveCount: 3, queueRetentionDays: 2 },
      traffic: { requestsPerSecond: 10_000, hoursPerDay: 0.5, natGbPerMonth: 100, storageGb: 50 },
    },
  },
  {
    key: "prod",
    label: { en: "Production", ko: "운영" },
    summary: {
      en: "NAT per zone, 35 days of recovery points, protected tables, data kept on deletion.",
      ko: "영역별 NAT, 35일 복구 지점, 테이블 보호, 삭제 시 데이터 보존 구성입니다.",
    },
    stages: ["prod", "staging"],
    spec: {
      network: {
        cidr: "10.180.0.0/16",
        zones: 2,
        nat: "per-zone",
        flowLogs: true,
        flowLogRetentionDays: 90,
      },
      data: { pointInTimeRecovery: true, recoveryDays: 35, deletionProtection: true },
      events: { archiveDays: 30, logRetentionDays: 90, maxReceiveCount: 5, queueRetentionDays: 7 },
      traffic: { requestsPerSecond: 100, hoursPerDay: 24, natGbPerMonth: 500, storageGb: 200 },
    },
  },
];

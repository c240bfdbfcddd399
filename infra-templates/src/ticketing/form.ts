import type { FormField, FormSection, LocalText } from "../blueprint";
import { LOG_RETENTION_DAYS } from "./spec";

const days: LocalText = { en: "days", ko: "일" };
const retentionChoices = LOG_RETENTION_DAYS.map((value) => ({
  value,
  label: { en: value === 1 ? "1 day" : `${value} days`, ko: `${value}일` },
}));

const network: FormField[] = [
  {
    path: "network.cidr",
    kind: "text",
    label: { en: "Network (CIDR)", ko: "네트워크 (CIDR)" },
    help: {
      en: "A private network from /16 to /20 that no other environment of the account uses.",
      ko: "계정의 다른 환경과 겹치지 않는 /16~/20 사설 네트워크입니다.",
    },
    isFixedAfterCreate: true,
  },
  {
    path: "network.zones",
    kind: "choice",
    label: { en: "Availability zones", ko: "가용 영역" },
    choices: [
      { value: 2, label: { en: "2 zones", ko: "2개" } },
      { value: 3, label: { en: "3 zones", ko: "3개" } },
    ],
  },
  {
    path: "network.nat",
    kind: "choice",
    label: { en: "NAT gateways", ko: "NAT 게이트웨이" },
    help: {
      en: "One per zone keeps the other zones online when a zone fails; one in all is cheaper.",
      ko: "영역별로 두면 한 영역에 장애가 나도 나머지가 유지되고, 하나만 두면 비용이 적습니다.",
    },
    choices: [
      { value: "single", label: { en: "One in all", ko: "전체에 1개" } },
      { value: "per-zone", label: { en: "One per zone", ko: "영역별 1개" } },
      { value: "none", label: { en: "None (no way out)", ko: "없음 (외부 연결 불가)" } },
    ],
  },
  { path: "network.flowLogs", kind: "switch", label: { en: "VPC flow logs", ko: "VPC 플로우 로그" } },
  {
    path: "network.flowLogRetentionDays",
    kind: "choice",
    label: { en: "Keep flow logs for", ko: "플로우 로그 보존 기간" },
    choices: retentionChoices,
    visibleWhen: { path: "network.flowLogs", equals: true },
  },
];

const data: FormField[] = [
  {
    path: "data.pointInTimeRecovery",
    kind: "switch",
    label: { en: "Point-in-time recovery", ko: "특정 시점 복구" },
    help: {
      en: "Restores a table to any second of the recovery period, into a new table.",
      ko: "복구 기간 내 임의의 시점으로 새 테이블에 복원할 수 있습니다.",
    },
  },
  {
    path: "data.recoveryDays",
    kind: "number",
    label: { en: "Recovery period", ko: "복구 기간" },
    unit: days,
    min: 1,
    max: 35,
    visibleWhen: { path: "data.pointInTimeRecovery", equals: true },
  },
  {
    path: "data.deletionProtection",
    kind: "switch",
    label: { en: "Deletion protection", ko: "삭제 보호" },
    help: {
      en: "AWS refuses to delete the tables; destroying the environment leaves them behind.",
      ko: "AWS가 테이블 삭제를 거부하며, 환경을 삭제해도 테이블은 남습니다.",
    },
  },
];

const events: FormField[] = [
  {
    path: "events.archiveDays",
    kind: "number",
    label: { en: "Keep archived events for", ko: "이벤트 아카이브 보존 기간" },
    help: { en: "Archived events can be replayed.", ko: "보관된 이벤트는 다시 재생할 수 있습니다." },
    unit: days,
    min: 1,
    max: 365,
  },
  {
    path: "events.logRetentionDays",
    kind: "choice",
    label: { en: "Keep event and function logs for", ko: "이벤트 및 함수 로그 보존 기간" },
    choices: retentionChoices,
  },
  {
    path: "events.maxReceiveCount",
    kind: "number",
    label: {
      en: "Deliveries before the dead-letter queue",
      ko: "배달 못한 편지 대기열로 옮기기 전 전달 횟수",
    },
    min: 1,
    max: 100,
  },
  {
    path: "events.queueRetentionDays",
    kind: "number",
    label: { en: "Keep queued messages for", ko: "대기열 메시지 보존 기간" },
    help: {
      en: "At most 13, so that a dead letter has at least a day left to be looked at.",
      ko: "배달 못한 메시지를 확인할 시간이 하루 이상 남도록 최대 13일입니다.",
    },
    unit: days,
    min: 1,
    max: 13,
  },
];

const traffic: FormField[] = [
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
];

export const TICKETING_SECTIONS: readonly FormSection[] = [
  {
    key: "network",
    title: { en: "Network", ko: "네트워크" },
    help: {
      en: "Three tiers: public, application and database. The database tier has no route to the internet.",
      ko: "퍼블릭, 애플리케이션, 데이터베이스의 3계층입니다. 데이터베이스 계층은 인터넷 경로가 없습니다.",
    },
    fields: network,
  },
  {
    key: "data",
    title: { en: "Data", ko: "데이터" },
    help: {
      en: "Six DynamoDB tables, encrypted, paid per request.",
      ko: "요청 단위로 과금되는 암호화된 DynamoDB 테이블 6개입니다.",
    },
    fields: data,
  },
  {
    key: "events",
    title: { en: "Events", ko: "이벤트" },
    help: {
      en: "Two event buses with eight rules; every queue and target has a dead-letter queue.",
      ko: "이벤트 버스 2개와 규칙 8개이며, 모든 대기열과 대상에 배달 못한 편지 대기열이 있습니다.",
    },
    fields: events,
  },
  {
    key: "traffic",
    title: { en: "Expected traffic", ko: "예상 트래픽" },
    help: {
      en: "Used for the price only; it changes nothing that is built.",
      ko: "가격 계산에만 사용되며 구성에는 영향을 주지 않습니다.",
    },
    fields: traffic,
  },
];

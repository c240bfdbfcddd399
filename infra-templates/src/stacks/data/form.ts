import type { FieldCondition, FormField, SettingsSection } from "../../model/form";
import { DAYS } from "../../model/form-choices";
import type { LocalText } from "../../model/local-text";

const isProvisioned: FieldCondition = { path: "data.billing", equals: "provisioned" };
const UNITS: LocalText = { en: "units", ko: "단위" };
const PERCENT: LocalText = { en: "%", ko: "%" };

const careFields: readonly FormField[] = [
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
    unit: DAYS,
    min: 1,
    max: 35,
    visibleWhen: [{ path: "data.pointInTimeRecovery", equals: true }],
  },
  {
    path: "data.deletionProtection",
    kind: "switch",
    label: { en: "Deletion protection", ko: "삭제 방지" },
    help: {
      en: "AWS refuses to delete the tables; destroying the environment leaves them behind.",
      ko: "AWS가 테이블 삭제를 거부하며, 환경을 삭제해도 테이블은 남습니다.",
    },
  },
];

const limit = (path: string, label: LocalText, help?: LocalText): FormField => ({
  path,
  kind: "number",
  label,
  ...(help && { help }),
  unit: UNITS,
  min: 0,
  max: 40_000,
  visibleWhen: [isProvisioned],
});

const capacityFields: readonly FormField[] = [
  {
    path: "data.billing",
    kind: "choice",
    label: { en: "Capacity", ko: "용량" },
    help: {
      en: "On-demand suits traffic that varies; provisioned is cheaper for steady traffic, and throttles above its limit.",
      ko: "변동이 큰 트래픽에는 온디맨드가 알맞습니다. 프로비저닝은 일정한 트래픽에 저렴하며, 한도를 넘는 요청은 제한됩니다.",
    },
    choices: [
      { value: "on-demand", label: { en: "On-demand (per request)", ko: "온디맨드 (요청당)" } },
      { value: "provisioned", label: { en: "Provisioned, autoscaled", ko: "프로비저닝, 자동 확장" } },
    ],
  },
  limit(
    "data.minReadUnits",
    { en: "Minimum read units", ko: "최소 읽기 단위" },
    {
      en: "Of each table and each index, all hours of the month. A unit reads 4 KB a second, or 8 KB eventually consistent.",
      ko: "테이블과 인덱스마다 항상 유지됩니다. 1단위는 초당 4KB(최종 일관성은 8KB)를 읽습니다.",
    },
  ),
  limit("data.maxReadUnits", { en: "Maximum read units", ko: "최대 읽기 단위" }),
  limit(
    "data.minWriteUnits",
    { en: "Minimum write units", ko: "최소 쓰기 단위" },
    { en: "A unit writes 1 KB a second.", ko: "1단위는 초당 1KB를 씁니다." },
  ),
  limit("data.maxWriteUnits", { en: "Maximum write units", ko: "최대 쓰기 단위" }),
  {
    path: "data.targetUtilization",
    kind: "number",
    label: { en: "Target utilization", ko: "목표 사용률" },
    unit: PERCENT,
    min: 20,
    max: 90,
    visibleWhen: [isProvisioned],
  },
];

const replicaFields: readonly FormField[] = [
  {
    path: "data.replicaTokyo",
    kind: "switch",
    label: { en: "Copy to Tokyo", ko: "도쿄에 복제" },
    help: {
      en: "Every write is also made, and paid for, in the other region. DynamoDB adds or removes one region in a change.",
      ko: "모든 쓰기가 다른 리전에도 적용되며 그만큼 과금됩니다. 한 번의 변경으로 리전 하나만 추가하거나 제거할 수 있습니다.",
    },
  },
  {
    path: "data.replicaSingapore",
    kind: "switch",
    label: { en: "Copy to Singapore", ko: "싱가포르에 복제" },
  },
];

export const dataSection: SettingsSection = {
  title: { en: "Data", ko: "데이터" },
  help: {
    en: "Six DynamoDB tables, encrypted.",
    ko: "암호화된 DynamoDB 테이블 6개입니다.",
  },
  fields: [...careFields, ...capacityFields, ...replicaFields],
};

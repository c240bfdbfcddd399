import type { FieldCondition, FormField, SettingsSection } from "../../model/form";
import { DAYS, retentionChoices } from "../../model/form-choices";
import type { LocalText } from "../../model/local-text";
import { AURORA_VERSION_NAMES, MAX_ACU } from "./settings";

const isOn: FieldCondition = { path: "aurora.enabled", equals: true };
const ACU: LocalText = { en: "ACU", ko: "ACU" };

const fields: readonly Omit<FormField, "visibleWhen">[] = [
  {
    path: "aurora.version",
    kind: "choice",
    label: { en: "PostgreSQL version", ko: "PostgreSQL 버전" },
    choices: AURORA_VERSION_NAMES.map((value) => ({ value, label: { en: value, ko: value } })),
  },
  {
    path: "aurora.minAcu",
    kind: "number",
    label: { en: "Minimum capacity units", ko: "최소 용량 단위" },
    help: {
      en: "In halves. A unit is about 2 GiB of memory. 0 pauses when nobody is connected; the first connection then waits about 15 seconds.",
      ko: "0.5 단위로 입력합니다. 1단위는 메모리 약 2GiB입니다. 0이면 연결이 없을 때 일시 중지되며, 그다음 첫 연결은 약 15초 걸립니다.",
    },
    unit: ACU,
    min: 0,
    max: MAX_ACU,
  },
  {
    path: "aurora.maxAcu",
    kind: "number",
    label: { en: "Maximum capacity units", ko: "최대 용량 단위" },
    help: { en: "The highest price counts these.", ko: "가격의 최고값은 이 수를 기준으로 합니다." },
    unit: ACU,
    min: 1,
    max: MAX_ACU,
  },
  {
    path: "aurora.instances",
    kind: "choice",
    label: { en: "Instances", ko: "인스턴스" },
    help: {
      en: "A second one in another zone takes over when the first fails, and costs as much.",
      ko: "다른 영역의 두 번째 인스턴스가 장애가 난 첫 번째를 대신합니다. 비용은 같습니다.",
    },
    choices: [
      { value: 1, label: { en: "1 (a writer)", ko: "1개 (쓰기)" } },
      { value: 2, label: { en: "2 (a writer and a reader)", ko: "2개 (쓰기, 읽기)" } },
    ],
  },
  {
    path: "aurora.backupDays",
    kind: "number",
    label: { en: "Keep backups for", ko: "백업 보존 기간" },
    help: { en: "The first day is free.", ko: "첫날은 무료입니다." },
    unit: DAYS,
    min: 1,
    max: 35,
  },
  {
    path: "aurora.deletionProtection",
    kind: "switch",
    label: { en: "Deletion protection", ko: "삭제 방지" },
    help: {
      en: "AWS refuses to delete the database: switch it off by a change before you destroy the environment.",
      ko: "AWS가 데이터베이스 삭제를 거부합니다. 환경을 삭제하기 전에 변경 요청으로 끄세요.",
    },
  },
  {
    path: "aurora.logRetentionDays",
    kind: "choice",
    label: { en: "Keep logs for", ko: "로그 보존 기간" },
    choices: retentionChoices,
  },
];

export const auroraSection: SettingsSection = {
  title: { en: "Aurora", ko: "Aurora" },
  help: {
    en: "A PostgreSQL database that grows and shrinks with its load. Its password is kept by AWS.",
    ko: "부하에 따라 용량이 늘고 주는 PostgreSQL 데이터베이스입니다. 비밀번호는 AWS가 관리합니다.",
  },
  fields: [
    {
      path: "aurora.enabled",
      kind: "switch",
      label: { en: "Aurora Serverless v2", ko: "Aurora Serverless v2" },
    },
    ...fields.map((field) => ({ ...field, visibleWhen: [isOn] })),
  ],
};

import type { SettingsSection } from "../../model/form";
import { DAYS, retentionChoices } from "../../model/form-choices";

export const eventsSection: SettingsSection = {
  title: { en: "Events", ko: "이벤트" },
  help: {
    en: "Two event buses with eight rules; every queue and target has a dead-letter queue.",
    ko: "이벤트 버스 2개와 규칙 8개이며, 모든 큐와 대상에 데드 레터 큐(DLQ)가 있습니다.",
  },
  fields: [
    {
      path: "events.archiveDays",
      kind: "number",
      label: { en: "Keep archived events for", ko: "이벤트 아카이브 보존 기간" },
      help: { en: "Archived events can be replayed.", ko: "보관된 이벤트는 재생할 수 있습니다." },
      unit: DAYS,
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
        ko: "데드 레터 큐(DLQ)로 보내기 전 전달 횟수",
      },
      min: 1,
      max: 100,
    },
    {
      path: "events.queueRetentionDays",
      kind: "number",
      label: { en: "Keep queued messages for", ko: "큐 메시지 보존 기간" },
      help: {
        en: "At most 13, so that a dead letter has at least a day left to be looked at.",
        ko: "데드 레터를 확인할 시간이 하루 이상 남도록 최대 13일입니다.",
      },
      unit: DAYS,
      min: 1,
      max: 13,
    },
  ],
};

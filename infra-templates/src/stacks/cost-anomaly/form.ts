import type { FieldCondition, SettingsSection } from "../../model/form";

const isOn: FieldCondition = { path: "costAnomaly.enabled", equals: true };

export const costAnomalySection: SettingsSection = {
  title: { en: "Cost anomalies", ko: "비용 이상 탐지" },
  help: {
    en: "AWS learns what the environment usually costs and notifies its owner when a day is unusual. Free. The tag greenroom:environment must be a cost allocation tag of the paying account.",
    ko: "AWS가 환경의 평소 비용을 학습하여 벗어난 날을 소유자에게 알립니다. 무료입니다. greenroom:environment 태그가 결제 계정의 비용 할당 태그여야 합니다.",
  },
  fields: [
    {
      path: "costAnomaly.enabled",
      kind: "switch",
      label: { en: "Cost anomaly detection", ko: "비용 이상 탐지" },
    },
    {
      path: "costAnomaly.thresholdUsd",
      kind: "number",
      label: { en: "Alert threshold", ko: "알림 기준 금액" },
      help: {
        en: "A mail is sent when an anomaly costs this much in total.",
        ko: "이상 비용의 총액이 이 금액 이상이면 메일을 보냅니다.",
      },
      unit: { en: "US dollars", ko: "미국 달러" },
      min: 1,
      max: 100_000,
      visibleWhen: [isOn],
    },
    {
      path: "costAnomaly.frequency",
      kind: "choice",
      label: { en: "Summary", ko: "요약 주기" },
      choices: [
        { value: "DAILY", label: { en: "Every day", ko: "매일" } },
        { value: "WEEKLY", label: { en: "Every week", ko: "매주" } },
      ],
      visibleWhen: [isOn],
    },
    {
      path: "costAnomaly.emails",
      kind: "list",
      label: { en: "Mail to, in addition to the owner", ko: "소유자 외 수신 이메일" },
      help: { en: "One address per line, at most ten.", ko: "한 줄에 하나씩 최대 10개입니다." },
      visibleWhen: [isOn],
    },
  ],
};

import type { FieldCondition, SettingsSection } from "../../model/form";
import { DAYS } from "../../model/form-choices";
import { MOST_RULES } from "./rules";

const isOn: FieldCondition = { path: "compliance.enabled", equals: true };

export const complianceSection: SettingsSection = {
  title: { en: "Compliance", ko: "규정 준수" },
  help: {
    en: `Up to ${MOST_RULES} AWS Config rules for the platform's list, one for each part that is on, with its own figures: encryption, TLS, least privilege, records, recovery, private subnets.`,
    ko: `플랫폼 규정 목록에 대한 AWS Config 규칙 최대 ${MOST_RULES}개이며 켜 둔 구성 요소를 각각 설정한 값으로 검사합니다: 암호화, TLS, 최소 권한, 기록, 복구, 프라이빗 서브넷.`,
  },
  fields: [
    {
      path: "compliance.enabled",
      kind: "switch",
      label: { en: "Compliance rules", ko: "규정 준수 규칙" },
      help: {
        en: "AWS takes rules only where AWS Config records: say below whether the account has a recorder in this region, or add one.",
        ko: "AWS Config가 기록하는 곳에만 규칙을 만들 수 있습니다. 이 리전에 계정의 레코더가 있는지 아래에서 선택하거나 추가하세요.",
      },
    },
    {
      path: "compliance.recorder",
      kind: "switch",
      label: { en: "This account has no recorder yet", ko: "이 계정에 레코더가 아직 없음" },
      help: {
        en: "Adds one, which is deleted with the environment. An account can have only one in a region: where there is one already, this fails.",
        ko: "레코더를 추가합니다. 계정은 리전당 하나만 가질 수 있어 이미 있으면 실패하며, 환경과 함께 삭제됩니다.",
      },
      visibleWhen: [isOn],
    },
    {
      path: "compliance.accountRecorder",
      kind: "switch",
      label: { en: "This account has a recorder already", ko: "이 계정에 레코더가 이미 있음" },
      help: {
        en: "In this region, such as that of a landing zone: the rules use it, and the environment adds none. If unsure, ask the platform team.",
        ko: "랜딩 존의 레코더처럼 이 리전에 이미 있는 레코더를 사용하며 환경은 추가하지 않습니다. 확실하지 않으면 플랫폼 팀에 문의하세요.",
      },
      visibleWhen: [isOn],
    },
    {
      path: "compliance.trail",
      kind: "switch",
      label: { en: "This account has no CloudTrail trail yet", ko: "이 계정에 CloudTrail 추적이 아직 없음" },
      help: {
        en: "Adds one. A trail records the whole account, not only this environment, and a second one is charged.",
        ko: "추적을 추가합니다. 추적은 이 환경뿐 아니라 계정 전체를 기록하며 두 번째부터 과금됩니다.",
      },
      visibleWhen: [isOn],
    },
    {
      path: "compliance.securityHub",
      kind: "switch",
      label: { en: "This account has no Security Hub yet", ko: "이 계정에 Security Hub가 아직 없음" },
      help: {
        en: "Switches it on with AWS's default standards. It judges the whole account and is charged by checks.",
        ko: "AWS 기본 보안 표준과 함께 활성화합니다. 계정 전체를 평가하며 검사 횟수에 따라 과금됩니다.",
      },
      visibleWhen: [isOn],
    },
    {
      path: "compliance.recordRetentionDays",
      kind: "number",
      label: { en: "Keep records for", ko: "기록 보존 기간" },
      help: {
        en: "Of the recorder and the trail, where the environment adds them.",
        ko: "환경이 레코더와 추적을 추가하는 경우의 기록입니다.",
      },
      unit: DAYS,
      min: 90,
      max: 3650,
      visibleWhen: [isOn],
    },
  ],
};

import type { FieldCondition, FormSection } from "../../blueprint";
import { DAYS } from "../../form-choices";
import { COMPLIANCE_RULES } from "./rules";

const isOn: FieldCondition = { path: "compliance.enabled", equals: true };

export const complianceSection: FormSection = {
  key: "compliance",
  title: { en: "Compliance", ko: "규정 준수" },
  help: {
    en: `${COMPLIANCE_RULES.length} AWS Config rules for the platform's list: encryption, TLS, least privilege, records, recovery, private subnets.`,
    ko: `플랫폼 규정 목록에 대한 AWS Config 규칙 ${COMPLIANCE_RULES.length}개입니다: 암호화, TLS, 최소 권한, 기록, 복구, 프라이빗 서브넷.`,
  },
  fields: [
    {
      path: "compliance.enabled",
      kind: "switch",
      label: { en: "Compliance rules", ko: "규정 준수 규칙" },
      help: {
        en: "Needs a recorder of AWS Config in the account and region: ask the platform team, or bring one below.",
        ko: "계정과 리전에 AWS Config 레코더가 필요합니다. 플랫폼 팀에 문의하거나 아래에서 추가하세요.",
      },
    },
    {
      path: "compliance.recorder",
      kind: "switch",
      label: { en: "This account has no recorder yet", ko: "이 계정에 레코더가 아직 없음" },
      help: {
        en: "Brings one. An account can have only one in a region, so this fails where there is one, and it goes with the environment.",
        ko: "레코더를 추가합니다. 계정은 리전당 하나만 가질 수 있어 이미 있으면 실패하며, 환경과 함께 삭제됩니다.",
      },
      visibleWhen: [isOn],
    },
    {
      path: "compliance.trail",
      kind: "switch",
      label: { en: "This account has no CloudTrail trail yet", ko: "이 계정에 CloudTrail 추적이 아직 없음" },
      help: {
        en: "Brings one. A trail records the whole account, not only this environment, and a second one is charged.",
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
        ko: "AWS 기본 보안 표준과 함께 활성화합니다. 계정 전체를 평가하며 검사 수에 따라 과금됩니다.",
      },
      visibleWhen: [isOn],
    },
    {
      path: "compliance.recordRetentionDays",
      kind: "number",
      label: { en: "Keep records for", ko: "기록 보존 기간" },
      help: {
        en: "Of the recorder and the trail, where the environment brings them.",
        ko: "환경이 레코더와 추적을 추가하는 경우의 기록입니다.",
      },
      unit: DAYS,
      min: 90,
      max: 3650,
      visibleWhen: [isOn],
    },
  ],
};

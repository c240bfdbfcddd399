import type { FieldCondition, SettingsSection } from "../../model/form";
import { retentionChoices } from "../../model/form-choices";

const isOn: FieldCondition = { path: "observability.enabled", equals: true };

export const observabilitySection: SettingsSection = {
  title: { en: "Observability", ko: "관측성" },
  help: {
    en: "Alarms of three severities with their SNS topics, dashboards, metrics and traces of whatever the environment has.",
    ko: "환경의 구성 요소에 대한 세 심각도의 경보와 SNS 주제, 대시보드, 지표, 추적입니다.",
  },
  fields: [
    { path: "observability.enabled", kind: "switch", label: { en: "Observability", ko: "관측성" } },
    {
      path: "observability.emails",
      kind: "list",
      label: { en: "Mail alarms to", ko: "경보 수신 이메일" },
      help: {
        en: "One address per line, at most ten. Each person must confirm a mail from AWS once.",
        ko: "한 줄에 하나씩 최대 10개입니다. 각 수신자는 AWS에서 보낸 메일을 한 번 확인해야 합니다.",
      },
      visibleWhen: [isOn],
    },
    {
      path: "observability.mailedFrom",
      kind: "choice",
      label: { en: "Mail severity", ko: "메일을 보낼 심각도" },
      help: {
        en: "This severity and those above it. Every alarm reaches its SNS topic either way. Notices of Karpenter adding nodes need a CloudTrail trail in the account (see Compliance).",
        ko: "선택한 심각도와 그보다 높은 심각도입니다. 모든 경보는 항상 SNS 주제로 전달됩니다. Karpenter의 노드 추가 알림에는 계정의 CloudTrail 추적이 필요합니다(규정 준수 참조).",
      },
      choices: [
        { value: "critical", label: { en: "Critical only", ko: "심각만" } },
        { value: "warning", label: { en: "Warning and critical", ko: "경고와 심각" } },
        {
          value: "info",
          label: { en: "Everything, deployments too", ko: "배포 알림을 포함한 전체" },
        },
      ],
      visibleWhen: [isOn],
    },
    {
      path: "observability.prometheus",
      kind: "switch",
      label: { en: "Managed Prometheus", ko: "Managed Prometheus" },
      help: {
        en: "Keeps the metrics of pods and services, with recording and alerting rules. Charged by samples.",
        ko: "파드와 서비스의 지표를 기록 및 알림 규칙과 함께 보관합니다. 수집한 샘플 수에 따라 과금됩니다.",
      },
      visibleWhen: [isOn],
    },
    {
      path: "observability.grafana",
      kind: "switch",
      label: { en: "Managed Grafana", ko: "Managed Grafana" },
      help: {
        en: "Signs in through IAM Identity Center, which the account's organization must have switched on. Charged by active user.",
        ko: "IAM Identity Center로 로그인하며 계정의 조직에서 먼저 활성화되어 있어야 합니다. 활성 사용자별로 과금됩니다.",
      },
      visibleWhen: [isOn],
    },
    {
      path: "observability.dashboards",
      kind: "switch",
      label: { en: "CloudWatch dashboards", ko: "CloudWatch 대시보드" },
      help: {
        en: "EKS cluster, Redis, application and business. An account has three free.",
        ko: "EKS 클러스터, Redis, 애플리케이션, 비즈니스 대시보드입니다. 계정당 3개까지 무료입니다.",
      },
      visibleWhen: [isOn],
    },
    {
      path: "observability.tracing",
      kind: "switch",
      label: { en: "Tracing (X-Ray)", ko: "추적 (X-Ray)" },
      help: {
        en: "Samples one request a second and 5 % of the others, for services whose name begins with the environment's.",
        ko: "이름이 환경 이름으로 시작하는 서비스의 요청을 초당 1건과 나머지의 5%만큼 추적합니다.",
      },
      visibleWhen: [isOn],
    },
    {
      path: "observability.logRetentionDays",
      kind: "choice",
      label: { en: "Keep application logs for", ko: "애플리케이션 로그 보존 기간" },
      choices: retentionChoices,
      visibleWhen: [isOn],
    },
  ],
};

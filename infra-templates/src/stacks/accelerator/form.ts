import type { FieldCondition, SettingsSection } from "../../model/form";

const whenOn: FieldCondition = { path: "accelerator.enabled", equals: true };

export const acceleratorSection: SettingsSection = {
  title: { en: "Global Accelerator", ko: "Global Accelerator" },
  help: {
    en: "Two fixed addresses for the API, which reach the load balancer over AWS's own network instead of the internet.",
    ko: "인터넷 대신 AWS 네트워크로 로드 밸런서에 연결되는 API용 고정 주소 2개입니다.",
  },
  fields: [
    {
      path: "accelerator.enabled",
      kind: "switch",
      label: { en: "Global Accelerator", ko: "Global Accelerator" },
      help: {
        en: "$18 a month and a premium per GB. The API's name then bypasses CloudFront, and the load balancer takes requests from everywhere behind a firewall of its own.",
        ko: "월 $18와 GB당 추가 요금이 있습니다. API는 CloudFront를 거치지 않으며, 로드 밸런서는 자체 방화벽 뒤에서 모든 주소의 요청을 받습니다.",
      },
    },
    {
      path: "accelerator.clientAffinity",
      kind: "choice",
      label: { en: "Client affinity", ko: "클라이언트 선호도" },
      choices: [
        { value: "NONE", label: { en: "None", ko: "고정하지 않음" } },
        { value: "SOURCE_IP", label: { en: "Source IP address", ko: "소스 IP 주소" } },
      ],
      visibleWhen: [whenOn],
    },
    {
      path: "accelerator.trafficPercent",
      kind: "number",
      label: { en: "Traffic dial", ko: "트래픽 다이얼" },
      unit: { en: "%", ko: "%" },
      min: 0,
      max: 100,
      visibleWhen: [whenOn],
    },
  ],
};

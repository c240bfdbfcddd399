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
        en: "18 USD a month and a premium per GB. The API's name then leads past CloudFront, and the load balancer takes requests from everywhere behind a firewall of its own.",
        ko: "월 18달러와 GB당 추가 요금이 있습니다. API 이름이 CloudFront를 거치지 않고, 로드 밸런서는 자체 방화벽 뒤에서 모든 곳의 요청을 받습니다.",
      },
    },
    {
      path: "accelerator.clientAffinity",
      kind: "choice",
      label: { en: "A client stays with", ko: "클라이언트 고정" },
      choices: [
        { value: "NONE", label: { en: "No target in particular", ko: "고정하지 않음" } },
        { value: "SOURCE_IP", label: { en: "The same endpoint, by address", ko: "주소별 같은 엔드포인트" } },
      ],
      visibleWhen: [whenOn],
    },
    {
      path: "accelerator.trafficPercent",
      kind: "number",
      label: { en: "Traffic let through", ko: "전달할 트래픽" },
      unit: { en: "%", ko: "%" },
      min: 0,
      max: 100,
      visibleWhen: [whenOn],
    },
  ],
};

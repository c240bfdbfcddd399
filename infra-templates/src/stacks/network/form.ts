import type { SettingsSection } from "../../model/form";
import { retentionChoices } from "../../model/form-choices";
import { ENDPOINT_SERVICES } from "./endpoint-services";

export const networkSection: SettingsSection = {
  title: { en: "Network", ko: "네트워크" },
  help: {
    en: "Three tiers: public, application and database. The database tier has no route to the internet.",
    ko: "퍼블릭, 애플리케이션, 데이터베이스의 3계층입니다. 데이터베이스 계층에는 인터넷 경로가 없습니다.",
  },
  fields: [
    {
      path: "network.cidr",
      kind: "text",
      label: { en: "Network (CIDR)", ko: "네트워크 (CIDR)" },
      help: {
        en: "A private network that no other environment of the account uses: /16 to /21, at least /20 for three zones.",
        ko: "계정의 다른 환경과 겹치지 않는 /16~/21 사설 네트워크입니다. 영역이 3개이면 /20 이상이어야 합니다.",
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
        en: "One per zone keeps the other zones online when a zone fails; one shared gateway is cheaper.",
        ko: "영역마다 두면 한 영역에 장애가 나도 다른 영역은 계속 연결되고, 하나를 공유하면 비용이 적습니다.",
      },
      choices: [
        { value: "single", label: { en: "One shared", ko: "공유 1개" } },
        { value: "per-zone", label: { en: "One per zone", ko: "영역별 1개" } },
        { value: "none", label: { en: "None (no internet)", ko: "없음 (인터넷 연결 없음)" } },
      ],
    },
    {
      path: "network.interfaceEndpoints",
      kind: "switch",
      label: { en: "Interface endpoints", ko: "인터페이스 엔드포인트" },
      help: {
        en: `Private connections to ${ENDPOINT_SERVICES.length} AWS services in every zone. Each is charged by the hour; they work without NAT and take data off it.`,
        ko: `영역마다 AWS 서비스 ${ENDPOINT_SERVICES.length}개에 대한 프라이빗 경로입니다. 각각 시간당 요금이 있으며, NAT 없이도 동작하고 NAT를 지나는 데이터를 줄입니다.`,
      },
    },
    { path: "network.flowLogs", kind: "switch", label: { en: "VPC flow logs", ko: "VPC 플로우 로그" } },
    {
      path: "network.flowLogRetentionDays",
      kind: "choice",
      label: { en: "Keep flow logs for", ko: "플로우 로그 보존 기간" },
      choices: retentionChoices,
      visibleWhen: [{ path: "network.flowLogs", equals: true }],
    },
  ],
};

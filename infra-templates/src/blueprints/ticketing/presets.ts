import type { BlueprintModel } from "../../model/blueprint";
import { type TicketingSpec, ticketingStacks } from "./stacks";

/** Sizes to start from. The CIDR is a starting value: the portal proposes a free one of the account. */
export const TICKETING_PRESETS: BlueprintModel<TicketingSpec>["presets"] = [
  {
    key: "dev",
    label: { en: "Development", ko: "개발" },
    summary: {
      en: "A small cluster and cache, two zones, one NAT gateway, short retention: the least that works.",
      ko: "작은 클러스터와 캐시, 영역 2개, NAT 게이트웨이 1개, 짧은 보존 기간의 최소 구성입니다.",
    },
    stages: ["dev"],
    spec: ticketingStacks.specOf("dev"),
  },
  {
    key: "staging",
    label: { en: "Staging", ko: "스테이징" },
    summary: {
      en: "The shape of production at a tenth of its traffic, with edge, monitoring and a bastion, and one NAT gateway.",
      ko: "운영과 같은 구성에 엣지, 모니터링, 배스천을 포함하며 트래픽은 10분의 1, NAT 게이트웨이는 1개입니다.",
    },
    stages: ["staging"],
    spec: ticketingStacks.specOf("staging"),
  },
  {
    key: "loadtest",
    label: { en: "Load test", ko: "부하 테스트" },
    summary: {
      en: "10,000 requests a second for half an hour a day: production's cache shards, NAT per zone, nothing kept for long.",
      ko: "하루 30분 동안 초당 요청 10,000건을 위한 운영 수준의 캐시 샤드, 영역별 NAT, 짧은 보존 기간의 구성입니다.",
    },
    stages: ["dev", "staging"],
    spec: ticketingStacks.specOf("loadtest"),
  },
  {
    key: "prod",
    label: { en: "Production", ko: "운영" },
    summary: {
      en: "The shape in production: 8 cache shards with replicas, firewall, NAT per zone, 35 days of recovery points, protected tables, data kept on deletion.",
      ko: "운영 구성: 복제본이 있는 캐시 샤드 8개, 방화벽, 영역별 NAT, 35일 복구 지점, 테이블 보호, 삭제 시 데이터 보존을 포함합니다.",
    },
    stages: ["prod", "staging"],
    spec: ticketingStacks.specOf("prod"),
  },
];

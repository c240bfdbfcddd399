import type { BlueprintModel, StackDescription } from "../blueprint";
import { TICKETING_SECTIONS } from "./form";
import { outlineTicketing } from "./outline";
import { TICKETING_PRESETS } from "./presets";
import { type TicketingSpec, ticketingSpecSchema } from "./spec";
import { ticketingUsage } from "./usage";

const STACKS: readonly StackDescription[] = [
  {
    key: "network",
    title: { en: "Network", ko: "네트워크" },
    summary: {
      en: "VPC with three tiers, NAT, flow logs, endpoints for S3 and DynamoDB",
      ko: "3계층 VPC, NAT, 플로우 로그, S3 및 DynamoDB 엔드포인트",
    },
    dependsOn: [],
  },
  {
    key: "data",
    title: { en: "Data", ko: "데이터" },
    summary: {
      en: "Six DynamoDB tables and the three roles that reach them",
      ko: "DynamoDB 테이블 6개와 접근 역할 3개",
    },
    dependsOn: [],
  },
  {
    key: "events",
    title: { en: "Events", ko: "이벤트" },
    summary: {
      en: "Two event buses, eight rules, queues with dead-letter queues, two functions",
      ko: "이벤트 버스 2개, 규칙 8개, 배달 못한 편지 대기열이 있는 대기열, 함수 2개",
    },
    // The ticket-status function writes to the tickets table.
    dependsOn: ["data"],
  },
];

/** The ticketing platform's blueprint, without CDK. */
export const ticketingModel: BlueprintModel<TicketingSpec> = {
  id: "ticketing",
  version: "1.0.0",
  title: { en: "Ticketing platform", ko: "티켓팅 플랫폼" },
  summary: {
    en: "Network, tables and events of the ticketing services.",
    ko: "티켓팅 서비스의 네트워크, 테이블, 이벤트 구성입니다.",
  },
  specSchema: ticketingSpecSchema,
  presets: TICKETING_PRESETS,
  sections: TICKETING_SECTIONS,
  stacks: () => STACKS,
  cidrs: (spec) => [spec.network.cidr],
  outline: outlineTicketing,
  usage: ticketingUsage,
};

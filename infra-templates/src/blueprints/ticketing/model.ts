import { describeBlueprint } from "../../model/describe-blueprint";
import { ticketingFlows } from "./flows";
import { TICKETING_PRESETS } from "./presets";
import { ticketingStacks } from "./stacks";

/** The ticketing platform's blueprint, without CDK. */
export const ticketingModel = describeBlueprint(ticketingStacks, {
  id: "ticketing",
  version: "3.0.0",
  title: { en: "Ticketing platform", ko: "티켓팅 플랫폼" },
  summary: {
    en: "Everything the ticketing services run on: network, tables, events, cache and cluster, with edge, monitoring and more to switch on.",
    ko: "티켓팅 서비스 운영에 필요한 네트워크, 테이블, 이벤트, 캐시, 클러스터와 선택 가능한 엣지, 모니터링 등의 구성입니다.",
  },
  presets: TICKETING_PRESETS,
  flows: ticketingFlows,
});

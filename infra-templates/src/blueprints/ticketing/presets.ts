import type { BlueprintModel } from "../../model/blueprint";
import type { Size } from "../../model/stack-model";
import { ACCELERATOR_SIZES } from "../../stacks/accelerator/settings";
import { AURORA_SIZES } from "../../stacks/aurora/settings";
import { BACKUP_SIZES } from "../../stacks/backup/settings";
import { BASTION_SIZES } from "../../stacks/bastion/settings";
import { CACHE_SIZES } from "../../stacks/cache/settings";
import { CLUSTER_SIZES } from "../../stacks/cluster/settings";
import { COMPLIANCE_SIZES } from "../../stacks/compliance/settings";
import { COST_ANOMALY_SIZES } from "../../stacks/cost-anomaly/settings";
import { DATA_SIZES } from "../../stacks/data/settings";
import { EDGE_SIZES } from "../../stacks/edge/settings";
import { EVENTS_SIZES } from "../../stacks/events/settings";
import { FAULT_INJECTION_SIZES } from "../../stacks/fault-injection/settings";
import { NETWORK_SIZES } from "../../stacks/network/settings";
import { OBSERVABILITY_SIZES } from "../../stacks/observability/settings";
import { REGISTRY_SIZES } from "../../stacks/registry/settings";
import { TRAFFIC_SIZES } from "../../traffic/traffic";
import type { TicketingSpec } from "./spec";

const specOf = (size: Size): TicketingSpec => ({
  network: NETWORK_SIZES[size],
  data: DATA_SIZES[size],
  events: EVENTS_SIZES[size],
  cache: CACHE_SIZES[size],
  cluster: CLUSTER_SIZES[size],
  edge: EDGE_SIZES[size],
  accelerator: ACCELERATOR_SIZES[size],
  registry: REGISTRY_SIZES[size],
  bastion: BASTION_SIZES[size],
  aurora: AURORA_SIZES[size],
  observability: OBSERVABILITY_SIZES[size],
  backup: BACKUP_SIZES[size],
  costAnomaly: COST_ANOMALY_SIZES[size],
  compliance: COMPLIANCE_SIZES[size],
  faultInjection: FAULT_INJECTION_SIZES[size],
  traffic: TRAFFIC_SIZES[size],
});

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
    spec: specOf("dev"),
  },
  {
    key: "staging",
    label: { en: "Staging", ko: "스테이징" },
    summary: {
      en: "The shape of production at a tenth of its traffic, with edge, monitoring and a bastion, and one NAT gateway.",
      ko: "운영과 같은 구성에 엣지, 모니터링, 배스천을 포함하며 트래픽은 10분의 1, NAT 게이트웨이는 1개입니다.",
    },
    stages: ["staging"],
    spec: specOf("staging"),
  },
  {
    key: "loadtest",
    label: { en: "Load test", ko: "부하 테스트" },
    summary: {
      en: "10,000 requests a second for half an hour a day: production's cache shards, NAT per zone, nothing kept for long.",
      ko: "하루 30분 동안 초당 요청 10,000건을 위한 운영 수준의 캐시 샤드, 영역별 NAT, 짧은 보존 기간의 구성입니다.",
    },
    stages: ["dev", "staging"],
    spec: specOf("loadtest"),
  },
  {
    key: "prod",
    label: { en: "Production", ko: "운영" },
    summary: {
      en: "The owners' shape: 8 cache shards with replicas, firewall, NAT per zone, 35 days of recovery points, protected tables, data kept on deletion.",
      ko: "운영 구성: 복제본이 있는 캐시 샤드 8개, 방화벽, 영역별 NAT, 35일 복구 지점, 테이블 보호, 삭제 시 데이터 보존을 포함합니다.",
    },
    stages: ["prod", "staging"],
    spec: specOf("prod"),
  },
];

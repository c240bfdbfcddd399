import type { BlueprintModel } from "../../model/blueprint";
import { describeStacks } from "../../model/stack-model";
import { acceleratorSection } from "../../stacks/accelerator/form";
import { acceleratorModel } from "../../stacks/accelerator/model";
import { alarmsModel } from "../../stacks/alarms/model";
import { auroraSection } from "../../stacks/aurora/form";
import { auroraModel } from "../../stacks/aurora/model";
import { backupSection } from "../../stacks/backup/form";
import { backupModel } from "../../stacks/backup/model";
import { bastionSection } from "../../stacks/bastion/form";
import { bastionModel } from "../../stacks/bastion/model";
import { cacheSection } from "../../stacks/cache/form";
import { cacheModel } from "../../stacks/cache/model";
import { clusterSection } from "../../stacks/cluster/form";
import { clusterModel } from "../../stacks/cluster/model";
import { complianceSection } from "../../stacks/compliance/form";
import { complianceModel } from "../../stacks/compliance/model";
import { costAnomalySection } from "../../stacks/cost-anomaly/form";
import { costAnomalyModel } from "../../stacks/cost-anomaly/model";
import { dataSection } from "../../stacks/data/form";
import { dataModel } from "../../stacks/data/model";
import { edgeSection } from "../../stacks/edge/form";
import { edgeModel } from "../../stacks/edge/model";
import { edgeGlobalModel } from "../../stacks/edge-global/model";
import { eventsSection } from "../../stacks/events/form";
import { eventsModel } from "../../stacks/events/model";
import { faultInjectionSection } from "../../stacks/fault-injection/form";
import { faultInjectionModel } from "../../stacks/fault-injection/model";
import { karpenterModel } from "../../stacks/karpenter/model";
import { networkSection } from "../../stacks/network/form";
import { networkModel } from "../../stacks/network/model";
import { observabilitySection } from "../../stacks/observability/form";
import { observabilityModel } from "../../stacks/observability/model";
import { registrySection } from "../../stacks/registry/form";
import { registryModel } from "../../stacks/registry/model";
import { replicaModel } from "../../stacks/replica/model";
import { workloadsModel } from "../../stacks/workloads/model";
import { trafficSection } from "../../traffic/traffic";
import { ticketingFlows } from "./flows";
import { TICKETING_PRESETS } from "./presets";
import { type TicketingSpec, ticketingSpecSchema } from "./spec";

/** The ticketing platform's blueprint, without CDK. */
export const ticketingModel: BlueprintModel<TicketingSpec> = {
  id: "ticketing",
  version: "3.0.0",
  title: { en: "Ticketing platform", ko: "티켓팅 플랫폼" },
  summary: {
    en: "Everything the ticketing services run on: network, tables, events, cache and cluster, with edge, monitoring and more to switch on.",
    ko: "티켓팅 서비스 운영에 필요한 네트워크, 테이블, 이벤트, 캐시, 클러스터와 선택 가능한 엣지, 모니터링 등의 구성입니다.",
  },
  specSchema: ticketingSpecSchema,
  presets: TICKETING_PRESETS,
  sections: [
    networkSection,
    dataSection,
    eventsSection,
    cacheSection,
    clusterSection,
    edgeSection,
    acceleratorSection,
    registrySection,
    bastionSection,
    auroraSection,
    observabilitySection,
    backupSection,
    costAnomalySection,
    complianceSection,
    faultInjectionSection,
    trafficSection,
  ],
  cidrs: (spec) => [spec.network.cidr],
  ...describeStacks<TicketingSpec>(
    [
      networkModel,
      dataModel,
      eventsModel,
      cacheModel,
      clusterModel,
      karpenterModel,
      edgeGlobalModel,
      edgeModel,
      acceleratorModel,
      registryModel,
      alarmsModel,
      auroraModel,
      bastionModel,
      workloadsModel,
      observabilityModel,
      replicaModel("ap-northeast-1"),
      replicaModel("ap-southeast-1"),
      backupModel,
      complianceModel,
      costAnomalyModel,
      faultInjectionModel,
    ],
    ticketingFlows,
  ),
};

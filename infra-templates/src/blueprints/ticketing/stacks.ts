import { listStacks, type SpecOf } from "../../model/stack-list";
import { acceleratorModel } from "../../stacks/accelerator/model";
import { alarmsModel } from "../../stacks/alarms/model";
import { auroraModel } from "../../stacks/aurora/model";
import { backupModel } from "../../stacks/backup/model";
import { bastionModel } from "../../stacks/bastion/model";
import { cacheModel } from "../../stacks/cache/model";
import { clusterModel } from "../../stacks/cluster/model";
import { complianceModel } from "../../stacks/compliance/model";
import { costAnomalyModel } from "../../stacks/cost-anomaly/model";
import { dataModel } from "../../stacks/data/model";
import { edgeModel } from "../../stacks/edge/model";
import { edgeGlobalModel } from "../../stacks/edge-global/model";
import { eventsModel } from "../../stacks/events/model";
import { faultInjectionModel } from "../../stacks/fault-injection/model";
import { karpenterModel } from "../../stacks/karpenter/model";
import { networkModel } from "../../stacks/network/model";
import { observabilityModel } from "../../stacks/observability/model";
import { registryModel } from "../../stacks/registry/model";
import { replicaModel } from "../../stacks/replica/model";
import { workloadsModel } from "../../stacks/workloads/model";
import { traffic } from "../../traffic/model";

/** The stacks of the ticketing platform, in the order in which the form shows their settings. */
export const ticketingStacks = listStacks(
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
    bastionModel,
    auroraModel,
    workloadsModel,
    observabilityModel,
    replicaModel("ap-northeast-1"),
    replicaModel("ap-southeast-1"),
    backupModel,
    costAnomalyModel,
    complianceModel,
    faultInjectionModel,
  ],
  traffic,
);
export type TicketingSpec = SpecOf<typeof ticketingStacks>;

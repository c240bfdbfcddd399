import { buildAccelerator } from "../../stacks/accelerator/stack";
import { buildAlarms } from "../../stacks/alarms/stack";
import { buildAurora } from "../../stacks/aurora/stack";
import { buildBackup } from "../../stacks/backup/stack";
import { buildBastion } from "../../stacks/bastion/stack";
import { buildCache } from "../../stacks/cache/stack";
import { buildCluster } from "../../stacks/cluster/stack";
import { buildCompliance } from "../../stacks/compliance/stack";
import { buildCostAnomaly } from "../../stacks/cost-anomaly/stack";
import { buildData } from "../../stacks/data/stack";
import { buildEdge } from "../../stacks/edge/stack";
import { buildEdgeGlobal } from "../../stacks/edge-global/stack";
import { buildEvents } from "../../stacks/events/stack";
import { buildFaultInjection } from "../../stacks/fault-injection/stack";
import { buildKarpenter } from "../../stacks/karpenter/stack";
import { buildNetwork } from "../../stacks/network/stack";
import { buildObservability } from "../../stacks/observability/stack";
import { buildRegistry } from "../../stacks/registry/stack";
import { buildReplica } from "../../stacks/replica/stack";
import { buildWorkloads } from "../../stacks/workloads/stack";
import { templatesOf } from "../../synthesis/build-stacks";
import { ticketingStacks } from "./stacks";

/** The templates of the ticketing platform. */
export const ticketingTemplates = templatesOf(ticketingStacks, {
  network: buildNetwork,
  data: buildData,
  events: buildEvents,
  cache: buildCache,
  cluster: buildCluster,
  karpenter: buildKarpenter,
  "edge-global": buildEdgeGlobal,
  edge: buildEdge,
  accelerator: buildAccelerator,
  registry: buildRegistry,
  alarms: buildAlarms,
  bastion: buildBastion,
  aurora: buildAurora,
  workloads: buildWorkloads,
  observability: buildObservability,
  "replica-ap-northeast-1": buildReplica,
  "replica-ap-southeast-1": buildReplica,
  backup: buildBackup,
  "cost-anomaly": buildCostAnomaly,
  compliance: buildCompliance,
  "fault-injection": buildFaultInjection,
});

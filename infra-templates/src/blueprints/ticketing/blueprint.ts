import { buildStacks } from "../../constructs/stack-builder";
import type { BlueprintStacks } from "../../model/blueprint";
import { acceleratorStack } from "../../stacks/accelerator/stack";
import { alarmsStack } from "../../stacks/alarms/stack";
import { auroraStack } from "../../stacks/aurora/stack";
import { backupStack } from "../../stacks/backup/stack";
import { bastionStack } from "../../stacks/bastion/stack";
import { cacheStack } from "../../stacks/cache/stack";
import { clusterStack } from "../../stacks/cluster/stack";
import { complianceStack } from "../../stacks/compliance/stack";
import { costAnomalyStack } from "../../stacks/cost-anomaly/stack";
import { dataStack } from "../../stacks/data/stack";
import { edgeStack } from "../../stacks/edge/stack";
import { edgeGlobalStack } from "../../stacks/edge-global/stack";
import { eventsStack } from "../../stacks/events/stack";
import { faultInjectionStack } from "../../stacks/fault-injection/stack";
import { karpenterStack } from "../../stacks/karpenter/stack";
import { networkStack } from "../../stacks/network/stack";
import { observabilityStack } from "../../stacks/observability/stack";
import { registryStack } from "../../stacks/registry/stack";
import { replicaStack } from "../../stacks/replica/stack";
import { workloadsStack } from "../../stacks/workloads/stack";
import type { TicketingSpec } from "./spec";

/** The ticketing platform's stacks. */
export const ticketingStacks: BlueprintStacks<TicketingSpec> = {
  id: "ticketing",
  build: (app, spec, context) =>
    buildStacks<TicketingSpec>(
      app,
      [
        networkStack,
        dataStack,
        eventsStack,
        cacheStack,
        clusterStack,
        karpenterStack,
        edgeGlobalStack,
        edgeStack,
        acceleratorStack,
        registryStack,
        alarmsStack,
        auroraStack,
        bastionStack,
        workloadsStack,
        observabilityStack,
        replicaStack("ap-northeast-1"),
        replicaStack("ap-southeast-1"),
        backupStack,
        complianceStack,
        costAnomalyStack,
        faultInjectionStack,
      ],
      spec,
      context,
    ),
};

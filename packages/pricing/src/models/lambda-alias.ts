import type { CostModel } from "../cost-model";
import {
  CONCURRENCY_NEIGHBOURS,
  CONCURRENCY_READS,
  CONCURRENCY_USAGE_KEYS,
  isFreeOfConcurrency,
  provisionedConcurrency,
} from "./lambda-provisioned-concurrency";

/**
 * Free by itself; covers provisioned concurrency when the alias has some: memory kept ready, and the requests
 * that usage says are served from it, which the function's own usage must leave out. Not covered: scaling of
 * the concurrency.
 */
export const lambdaAlias: CostModel = {
  type: "AWS::Lambda::Alias",
  service: "Lambda",
  reads: CONCURRENCY_READS,
  neighbours: CONCURRENCY_NEIGHBOURS,
  withoutInfluence: "FunctionVersion RoutingConfig",
  usageKeys: CONCURRENCY_USAGE_KEYS,
  freeBecause: isFreeOfConcurrency,
  components: provisionedConcurrency,
};

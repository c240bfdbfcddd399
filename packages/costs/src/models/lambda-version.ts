import type { CostModel } from "../cost-model";
import {
  CONCURRENCY_NEIGHBOURS,
  CONCURRENCY_READS,
  CONCURRENCY_USAGE_KEYS,
  isFreeOfConcurrency,
  provisionedConcurrency,
} from "./lambda-provisioned-concurrency";

/**
 * Free by itself; covers provisioned concurrency when the version has some: memory kept ready and the duration served from it.
 * Not covered: requests, which are charged on the function; scaling of the concurrency.
 */
export const lambdaVersion: CostModel = {
  type: "AWS::Lambda::Version",
  service: "Lambda",
  reads: CONCURRENCY_READS,
  neighbours: CONCURRENCY_NEIGHBOURS,
  usageKeys: CONCURRENCY_USAGE_KEYS,
  freeBecause: isFreeOfConcurrency,
  components: provisionedConcurrency,
};

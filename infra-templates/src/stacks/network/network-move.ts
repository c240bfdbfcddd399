import { message } from "@greenroom/messages";
import type { SpecIssue } from "../../spec/spec-issue";
import type { NetworkSettings } from "./settings";

interface Networked {
  network?: NetworkSettings;
}

/**
 * What stands in the network cannot move to another: EKS takes no subnets of another VPC, nor does the subnet
 * group of a cache or a database, nor a load balancer (their user guides).
 */
export function networkMoveIssues(before: Networked, after: Networked): SpecIssue[] {
  const [was, wanted] = [before.network?.cidr, after.network?.cidr];
  if (was === undefined || wanted === undefined || was === wanted) return [];
  return [
    { path: "network.cidr", message: message("spec.network.occupied", { value: wanted, before: was }) },
  ];
}

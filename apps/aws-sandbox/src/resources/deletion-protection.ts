import { isObject, type JsonObject } from "@greenroom/template";

const isOn = (value: unknown): boolean => String(value) === "true";
const anyReplica = (live: JsonObject): boolean =>
  Array.isArray(live.Replicas) &&
  live.Replicas.some((replica) => isObject(replica) && isOn(replica.DeletionProtectionEnabled));

const hasAttribute = (live: JsonObject, key: string): boolean =>
  Array.isArray(live.LoadBalancerAttributes) &&
  live.LoadBalancerAttributes.some((one) => isObject(one) && one.Key === key && isOn(one.Value));

/** Types that refuse to go while a property of theirs says so. */
const PROTECTED: Record<string, { isOn: (live: JsonObject) => boolean; refusal: string }> = {
  "AWS::DynamoDB::GlobalTable": {
    isOn: anyReplica,
    refusal:
      "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
  },
  "AWS::DynamoDB::Table": {
    isOn: (live) => isOn(live.DeletionProtectionEnabled),
    refusal:
      "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
  },
  "AWS::EKS::Cluster": {
    isOn: (live) => isOn(live.DeletionProtection),
    refusal: "Cluster cannot be deleted because deletion protection is enabled.",
  },
  "AWS::ElasticLoadBalancingV2::LoadBalancer": {
    isOn: (live) => hasAttribute(live, "deletion_protection.enabled"),
    refusal: "Load balancer cannot be deleted because deletion protection is enabled",
  },
  "AWS::RDS::DBCluster": {
    isOn: (live) => isOn(live.DeletionProtection),
    refusal: "Cannot delete protected Cluster, please disable deletion protection and try again.",
  },
  "AWS::RDS::DBInstance": {
    isOn: (live) => isOn(live.DeletionProtection),
    refusal: "Cannot delete protected DB Instance, please disable deletion protection and try again.",
  },
};

/** Why the service refuses to delete this resource; undefined when it does not. The words are unverified. */
export function deletionRefusal(type: string, live: JsonObject | null): string | undefined {
  const rule = PROTECTED[type];
  return rule && live && rule.isOn(live) ? rule.refusal : undefined;
}

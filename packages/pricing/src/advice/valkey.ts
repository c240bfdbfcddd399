import { message } from "@greenroom/messages";
import type { Advisor } from "./advice-subject";
import { withProperties } from "./edit-stacks";

const TYPES = ["AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::ServerlessCache"];

/**
 * Valkey, the fork of Redis OSS that ElastiCache charges less for. CloudFormation's default engine of a group
 * is Redis.
 */
export const valkey: Advisor = (subject) => {
  const caches = subject
    .ofType(...TYPES)
    .filter(({ properties }) => (properties.text("Engine") ?? "redis").toLowerCase() === "redis");
  if (caches.length === 0) return [];
  const groups = caches.filter(({ type }) => type === TYPES[0]);
  const stacks = withProperties(subject.stacks, caches, { Engine: "valkey" });
  return [
    {
      key: "valkey",
      title: message("pricing.advice.valkey.title"),
      risk: message("pricing.advice.valkey.risk"),
      resources: caches,
      after: { stacks: withProperties(stacks, groups, { EngineVersion: "8.0" }) },
    },
  ];
};

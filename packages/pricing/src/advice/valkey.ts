import type { Advisor } from "./advice-subject";
import { withProperties } from "./edit-stacks";

const TYPES = ["AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::ServerlessCache"];

/** Valkey, the fork of Redis OSS that ElastiCache charges less for. CloudFormation's default engine of a group is Redis. */
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
      title: { en: "Valkey instead of Redis", ko: "Redis 대신 Valkey" },
      risk: {
        en: "Commands and clients stay the same up to Redis 7.2. The engine is changed in place and cannot be changed back; Redis modules and licensed features of Redis 7.4 and later are not there.",
        ko: "Redis 7.2까지의 명령과 클라이언트는 그대로 쓸 수 있습니다. 엔진은 그 자리에서 바뀌며 되돌릴 수 없고, Redis 모듈과 7.4 이후의 유료 기능은 없습니다.",
      },
      resources: caches,
      after: { stacks: withProperties(stacks, groups, { EngineVersion: "8.0" }) },
    },
  ];
};

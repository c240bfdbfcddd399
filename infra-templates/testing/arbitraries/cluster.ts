import { CLUSTER_VERSION_NAMES } from "@greenroom/pricing/kubernetes-versions";
import fc from "fast-check";
import { LOG_RETENTION_DAYS } from "../../src/spec/setting-types";
import { nodeTypesOf } from "../../src/stacks/cluster/node-types";
import type { ClusterSettings } from "../../src/stacks/cluster/settings";
import type { BrokenField } from "./broken-field";
import { anyPublicSourceCidrs, brokenSourceCidrs } from "./source-cidrs";

const arn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const names = fc.stringMatching(/^[a-z]{3,8}(\/[a-z]{3,8})?$/);

/** Types of one processor, each once. */
const types = (isArm: boolean) =>
  fc.uniqueArray(
    fc.constantFrom(...nodeTypesOf("us-east-1").filter((type) => /\dg\./.test(type) === isArm)),
    { minLength: 1, maxLength: 6 },
  );
const group = fc.record({
  types: fc.boolean().chain(types),
  counts: fc.tuple(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 20 })).map((counts) => {
    const [minimum = 0, desired = 0, maximum = 1] = [...counts].sort((a, b) => a - b);
    return { minimum, desired, maximum: Math.max(1, maximum) };
  }),
});

export const anyCluster: fc.Arbitrary<ClusterSettings> = fc
  .record({
    enabled: fc.boolean(),
    version: fc.constantFrom(...CLUSTER_VERSION_NAMES),
    publicCidrs: anyPublicSourceCidrs,
    people: fc.tuple(fc.uniqueArray(names, { maxLength: 3 }), fc.uniqueArray(names, { maxLength: 3 })),
    logRetentionDays: fc.constantFrom(...LOG_RETENTION_DAYS),
    nodeDiskGb: fc.integer({ min: 20, max: 1000 }),
    groups: fc.tuple(group, group, group),
    spot: fc.tuple(fc.nat(30), fc.nat(30)),
  })
  .map(({ people: [admins, readers], groups: [onDemand, mix, monitoring], spot, ...rest }) => ({
    ...rest,
    adminArns: admins.map(arn),
    readerArns: readers.filter((name) => !admins.includes(name)).map(arn),
    onDemandTypes: onDemand.types,
    onDemandMin: onDemand.counts.minimum,
    onDemandDesired: onDemand.counts.desired,
    onDemandMax: onDemand.counts.maximum,
    mixTypes: mix.types,
    mixMin: mix.counts.minimum,
    mixDesired: mix.counts.desired,
    mixMax: mix.counts.maximum,
    monitoringTypes: monitoring.types,
    monitoringMin: monitoring.counts.minimum,
    monitoringDesired: monitoring.counts.desired,
    monitoringMax: monitoring.counts.maximum,
    spotNodesMin: Math.min(...spot),
    spotNodesMax: Math.max(...spot),
  }));

export const brokenCluster: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({ path: fc.constant("cluster.version"), value: fc.constantFrom("1.28", "1.99", 1.33, "", null) }),
  fc.record({
    path: fc.constant("cluster.publicCidrs"),
    value: fc.oneof(brokenSourceCidrs, fc.constantFrom(["10.0.0.0/8"], ["192.168.1.0/24"])),
  }),
  fc.record({
    path: fc.constantFrom("cluster.onDemandTypes", "cluster.mixTypes", "cluster.monitoringTypes"),
    value: fc.constantFrom<unknown>([], ["large"], ["t3.large", "t3.large"], ["T3.LARGE"], "t3.large"),
  }),
  fc.record({
    path: fc.constantFrom("cluster.adminArns", "cluster.readerArns"),
    value: fc.constantFrom<unknown>(["platform"], ["arn:aws:sts::111122223333:assumed-role/a/b"], [""]),
  }),
  fc.record({
    path: fc.constantFrom("cluster.onDemandMax", "cluster.mixMax", "cluster.monitoringMax"),
    value: fc.constantFrom(0, 451, 1.5, "3"),
  }),
  fc.record({ path: fc.constant("cluster.nodeDiskGb"), value: fc.constantFrom(19, 1001, "50") }),
  fc.record({ path: fc.constant("cluster.logRetentionDays"), value: fc.constantFrom(0, 2, "7") }),
);

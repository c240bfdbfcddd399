import { message } from "@greenroom/messages";
import {
  CLUSTER_VERSIONS,
  clusterVersion,
  endOfStandardSupport,
  supportState,
} from "@greenroom/pricing/kubernetes-versions";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { TicketingSpec } from "../../src/blueprints/ticketing/stacks";
import { describeSpecProblems, getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { ADD_ONS, addOnVersion } from "../../src/stacks/cluster/add-on-versions";
import { CLUSTER_SIZES } from "../../src/stacks/cluster/settings";
import { contextOf, resourcesOf } from "../../testing/contexts";

// Loading CDK takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

const model = getBlueprint("ticketing");
const prod = model.presets.find(({ key }) => key === "prod")?.spec as TicketingSpec;
const withCluster = (changes: Partial<TicketingSpec["cluster"]>): TicketingSpec => ({
  ...prod,
  cluster: { ...prod.cluster, ...changes },
});
const CONTEXT = { region: "ap-northeast-2", stage: "prod", today: "2026-11-23" };
const problemsOf = (changes: Partial<TicketingSpec["cluster"]>, context = CONTEXT) =>
  describeSpecProblems(model, withCluster(changes), context);

function resources(spec: TicketingSpec, key: string) {
  const stack = synthesizeApp("ticketing", spec, contextOf("prod")).find((one) => one.key === key);
  return resourcesOf(stack!);
}

describe("the cluster", () => {
  it("is one version in every size, which starts in standard support", () => {
    const versions = Object.values(CLUSTER_SIZES).map(({ version }) => version);
    expect(new Set(versions).size).toBe(1);
    expect(supportState(clusterVersion(versions[0]!), "2026-12-01")).toBe("standard");
  });

  it("is private, encrypted and logged unless networks are named", () => {
    const cluster = resources(prod, "cluster").Cluster?.Properties;
    expect(cluster).toMatchObject({
      Version: "1.35",
      ResourcesVpcConfig: { EndpointPrivateAccess: true, EndpointPublicAccess: false },
      EncryptionConfig: [{ Resources: ["secrets"] }],
      AccessConfig: { AuthenticationMode: "API", BootstrapClusterCreatorAdminPermissions: false },
    });
    const logging = cluster?.Logging as { ClusterLogging: { EnabledTypes: object[] } } | undefined;
    expect(logging?.ClusterLogging.EnabledTypes).toHaveLength(5);
    const opened = resources(withCluster({ publicCidrs: ["203.0.113.0/24"] }), "cluster").Cluster;
    expect(opened?.Properties?.ResourcesVpcConfig).toMatchObject({
      EndpointPublicAccess: true,
      PublicAccessCidrs: ["203.0.113.0/24"],
    });
  });

  it("taints the monitoring nodes and no others, and takes the image of the nodes' processor", () => {
    const spec = withCluster({ mixTypes: ["t4g.large", "m7g.large"] });
    const nodes = Object.entries(resources(spec, "cluster")).filter(
      ([, { Type }]) => Type === "AWS::EKS::Nodegroup",
    );
    expect(
      nodes.map(([id, { Properties }]) => [id, Properties?.AmiType, "Taints" in (Properties ?? {})]),
    ).toEqual([
      ["OnDemandNodes", "AL2023_x86_64_STANDARD", false],
      ["MixNodes", "AL2023_ARM_64_STANDARD", false],
      ["MonitoringNodes", "AL2023_x86_64_STANDARD", true],
    ]);
  });

  it("pins every add-on for every version of the calendar", () => {
    for (const { version } of CLUSTER_VERSIONS) {
      for (const addOn of ADD_ONS) expect(addOnVersion(addOn, version)).toMatch(/^v[\d.]+-eksbuild\.\d+$/);
      expect(addOnVersion("kube-proxy", version)).toContain(`v${version}.`);
    }
    const addOns = ["cluster", "observability"]
      .flatMap((key) => Object.values(resources(prod, key)))
      .filter(({ Type }) => Type === "AWS::EKS::Addon");
    expect(addOns.map(({ Properties }) => Properties?.AddonName).sort()).toEqual([...ADD_ONS].sort());
  });

  it("names who gets in by a logical id that stays when another is removed", () => {
    const [first, second] = ["first", "second"].map((name) => `arn:aws:iam::111122223333:role/${name}`) as [
      string,
      string,
    ];
    const idsOf = (adminArns: string[]) =>
      Object.keys(resources(withCluster({ adminArns }), "cluster")).filter((id) => id.startsWith("Admin"));
    const both = idsOf([first, second]);
    expect(both).toHaveLength(2);
    expect(both).toContain(idsOf([second])[0]);
  });

  it("fits inline with as many people and networks as can be named", () => {
    const arns = (kind: string, count: number) =>
      Array.from(
        { length: count },
        (_, i) => `arn:aws:iam::111122223333:role/team/platform-engineering/${kind}-${i}`,
      );
    const spec = withCluster({
      adminArns: arns("administrators", 5),
      readerArns: arns("readers", 10),
      publicCidrs: Array.from({ length: 40 }, (_, i) => `203.0.113.${i}/32`),
    });
    const context = {
      ...contextOf("prod"),
      environmentName: "an-environment-with-a-name",
      ownerEmail: "somebody.with.a.long.name@tickets-and-venues.example",
    };
    for (const stack of synthesizeApp("ticketing", spec, context)) {
      expect(Buffer.byteLength(JSON.stringify(stack.template)), stack.key).toBeLessThan(51_200);
    }
  });
});

describe("the largest cluster that is accepted", () => {
  it("is still small enough for CloudFormation to take inline", () => {
    const arn = (index: number) =>
      `arn:aws:iam::111122223333:role/${"x".repeat(94)}${String(index).padStart(2, "0")}`;
    const types = ["m7g.xlarge", "m7g.2xlarge", "m7g.4xlarge", "c7g.xlarge", "c7g.2xlarge", "c7g.4xlarge"];
    const largest = {
      publicCidrs: Array.from({ length: 40 }, (_, index) => `203.${100 + index}.113.0/24`),
      adminArns: Array.from({ length: 5 }, (_, index) => arn(index)),
      readerArns: Array.from({ length: 10 }, (_, index) => arn(50 + index)),
      onDemandTypes: types,
      mixTypes: types,
      monitoringTypes: types,
    };
    expect(problemsOf(largest)).toEqual([]);
    const context = {
      ...contextOf("prod"),
      environmentName: "x".repeat(24),
      teamSlug: "t".repeat(40),
      ownerEmail: `${"o".repeat(60)}@example.com`,
      costCentre: "c".repeat(40),
      requestNumber: 1_234_567,
    };
    for (const { key, template } of synthesizeApp("ticketing", withCluster(largest), context)) {
      expect(Buffer.byteLength(JSON.stringify(template)), key).toBeLessThan(51_200);
    }
  });
});

describe("Kubernetes versions", () => {
  it("knows their support by the day", () => {
    const version = CLUSTER_VERSIONS.find((one) => one.version === "1.33")!;
    expect(
      ["2026-07-28", "2026-07-29", "2027-07-28", "2027-07-29"].map((day) => supportState(version, day)),
    ).toEqual(["standard", "extended", "extended", "ended"]);
  });

  it("says from which day a version costs more, also for what is in no form any more", () => {
    const ends = ["1.33", "1.33.2", "1.28", "1.18", "1.99", "latest"].map(endOfStandardSupport);
    expect(ends).toEqual(["2026-07-29", "2026-07-29", "2024-11-26", "2024-11-26", undefined, undefined]);
  });

  it("refuses a version that AWS no longer supports, and none while the day does not count", () => {
    expect(problemsOf({ version: "1.30" })).toEqual([
      expect.objectContaining({
        field: "cluster.version",
        message: message("spec.cluster.unsupported", {
          value: "1.30",
          endedOn: "2026-07-23",
          choices: "1.36, 1.35, 1.34, 1.33, 1.32, 1.31",
        }),
      }),
    ]);
    expect(problemsOf({ version: "1.31" })).toEqual([]);
    expect(problemsOf({ version: "1.30" }, { ...CONTEXT, today: null as never })).toEqual([]);
    expect(problemsOf({ version: "1.30", enabled: false })).toEqual([]);
  });
});

describe("node groups", () => {
  it.each([
    ["mixTypes", ["t3.large", "p5.48xlarge"], "spec.cluster.nodeTypeRegion"],
    ["mixTypes", ["t3.large", "t4g.large"], "spec.cluster.mixedProcessors"],
    ["mixMin", 11, "spec.cluster.nodeBounds"],
    ["mixDesired", 11, "spec.cluster.nodesOutside"],
    ["spotNodesMin", 16, "spec.cluster.nodeBounds"],
    ["publicCidrs", ["0.0.0.0/0"], "spec.cidr.tooOpen"],
    ["publicCidrs", ["10.0.0.0/8"], "spec.cidr.notPublic"],
  ])("refuses %s %j", (field, value, messageKey) => {
    const [problem] = problemsOf({ [field]: value });
    expect(problem).toMatchObject({ field: `cluster.${field}`, message: { key: messageKey } });
  });

  it("go out by NAT: without it neither nodes nor Karpenter reach what they need, with endpoints or not", () => {
    for (const interfaceEndpoints of [true, false]) {
      const spec = { ...prod, network: { ...prod.network, nat: "none" as const, interfaceEndpoints } };
      const keys = (today: string | null, enabled = true) =>
        describeSpecProblems(
          model,
          { ...spec, cluster: { ...prod.cluster, enabled } },
          { ...CONTEXT, today },
        ).map(({ field, message }) => `${field} ${message.key}`);
      expect(keys(CONTEXT.today)).toEqual(["network.nat spec.cluster.noWayOut"]);
      expect(keys(CONTEXT.today, false)).toEqual([]);
      expect(keys(null)).toEqual([]);
    }
  });

  it("refuses somebody who administers and reads", () => {
    const arn = "arn:aws:iam::111122223333:role/platform";
    const [problem] = problemsOf({ adminArns: [arn], readerArns: [arn] });
    expect(problem).toMatchObject({
      field: "cluster.readerArns",
      message: { key: "spec.cluster.alreadyAdministrator" },
    });
  });
});

describe("Karpenter", () => {
  it("hears of every kind of interruption, over TLS only", () => {
    const karpenter = resources(prod, "karpenter");
    const rules = Object.values(karpenter).filter(({ Type }) => Type === "AWS::Events::Rule");
    const patterns = rules.map(({ Properties }) => Properties?.EventPattern) as Record<string, string[]>[];
    expect(patterns.map((pattern) => pattern["detail-type"]?.[0])).toEqual([
      "EC2 Spot Instance Interruption Warning",
      "EC2 Instance Rebalance Recommendation",
      "EC2 Instance State-change Notification",
      "AWS Health Event",
    ]);
    expect(JSON.stringify(karpenter.InterruptionQueuePolicy)).toContain("aws:SecureTransport");
    expect(karpenter.InterruptionQueue?.Properties).toMatchObject({ SqsManagedSseEnabled: true });
  });

  it("writes only to what carries the tag of its cluster", () => {
    const role = resources(prod, "karpenter").KarpenterRole?.Properties;
    const [policy] = (role?.Policies ?? []) as { PolicyDocument: { Statement: Record<string, unknown>[] } }[];
    const ends = policy?.PolicyDocument.Statement.find(({ Action }) =>
      [Action].flat().includes("ec2:TerminateInstances"),
    );
    expect(ends?.Condition).toMatchObject({
      StringEquals: { "aws:ResourceTag/kubernetes.io/cluster/spring-sale": "owned" },
    });
    for (const { Resource, Action } of policy?.PolicyDocument.Statement ?? []) {
      if (Resource !== "*") continue;
      for (const action of [Action].flat()) expect(action).toMatch(/:(Describe|List|Get)/);
    }
  });
});

describe("the platform's roles", () => {
  it("are fifteen or more, each of its own", () => {
    const roles = synthesizeApp("ticketing", prod, contextOf("prod"))
      .flatMap((stack) => Object.values(resourcesOf(stack)))
      .filter(({ Type }) => Type === "AWS::IAM::Role");
    expect(roles.length).toBeGreaterThanOrEqual(15);
  });
});

import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { BLUEPRINTS, type BlueprintId } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { BLUEPRINT_ARBITRARIES } from "../../testing/arbitraries/blueprints";
import { anyContext, suited } from "../../testing/arbitraries/context";
import { contextOf } from "../../testing/contexts";
import { fullPlatform } from "../../testing/full-platform";
import { Environment } from "../../testing/reach/environment";
import { walk } from "../../testing/reach/walks";
import { wiringProblems } from "../../testing/reach/wiring";

// Loading CDK takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

/**
 * What the forms say of who reaches what, by the field or section that says it, as the statements that must
 * hold for it.
 */
const SAID: Record<string, readonly string[]> = {
  accelerator: ["accelerator loadBalancer"],
  bastion: ["bastion cache", "bastion database", "bastion tables", "bastion kubernetesApi"],
  "bastion.sshCidrs": ["sshNetworks bastion", "sessionManager bastion"],
  cache: ["pods cache", "bastion cache", "loadGenerator cache"],
  "cluster.publicCidrs": ["namedNetworks kubernetesApi", "bastion kubernetesApi"],
  "edge.alb": ["cloudFront loadBalancer", "loadBalancer pods"],
  loadGenerator: ["sessionManager loadGenerator", "loadGenerator cache"],
  // Not connections of the environment: how alarms come to topics is in wiring.ts, and how much visitors load
  // is a figure.
  "traffic.kbPerResponse": [],
  "observability.mailedFrom": [],
};
const SAYS = /\breach|\baccess(ible)? from|\bleads? \/|start a session|come in by/i;

const name = ({ from, to }: { from: string; to: string }) => `${from} ${to}`;

describe.each(BLUEPRINTS.map((model) => [model.id, model] as const))(
  "who reaches what in %s",
  (id, model) => {
    const problemsOf = (spec: unknown, context: ReturnType<typeof contextOf>) => {
      const env = new Environment(synthesizeApp(id, spec, context));
      return [...model.reaches(spec).flatMap((reach) => walk(env, reach)), ...wiringProblems(env)];
    };

    it.each(model.presets.map((preset) => [preset.key, preset] as const))(
      "is a way through the templates of %s",
      (_, { spec, stages }) => expect(problemsOf(spec, contextOf(stages[0] ?? "dev"))).toEqual([]),
    );

    it("is a way through the templates, whatever is chosen", () => {
      fc.assert(
        fc.property(BLUEPRINT_ARBITRARIES[id as BlueprintId].valid, anyContext, (spec, anywhere) => {
          expect(problemsOf(spec, suited(model, spec, anywhere))).toEqual([]);
        }),
        { numRuns: 12, endOnFailure: true },
      );
    });

    it("is stated for everything that a form says of it", () => {
      const saying = model.sections.flatMap((section) => [
        ...(SAYS.test(section.help.en) ? [section.key] : []),
        ...section.fields
          .filter(({ label, help }) => SAYS.test(`${label.en} ${help?.en ?? ""}`))
          .map(({ path }) => path),
      ]);
      expect(saying.filter((where) => !(where in SAID))).toEqual([]);
      const everything = id === "ticketing" ? fullPlatform() : model.presets[0]?.spec;
      const stated = new Set(model.reaches(everything).map(name));
      const inThisBlueprint = (statement: string) => {
        const parts = ["loadGenerator", "bastion", "pods", "accelerator"].filter((part) =>
          statement.includes(part),
        );
        const keys = model.everyStack.map(({ key }) => key.replace("load-generator", "loadGenerator"));
        return parts.every((part) => keys.includes(part === "pods" ? "cluster" : part));
      };
      const missing = saying
        .flatMap((where) => SAID[where] ?? [])
        .filter((statement) => inThisBlueprint(statement) && !stated.has(statement));
      expect(missing).toEqual([]);
    });
  },
);

describe("every size with a cluster", () => {
  const clusters = BLUEPRINTS.flatMap((model) =>
    model.presets.map((preset) => [`${model.id} ${preset.key}`, model, preset] as const),
  ).filter(([, model, { spec }]) => model.stacks(spec).some(({ key }) => key === "cluster"));

  it.each(clusters)("of %s lets somebody reach the Kubernetes API", (_, model, { spec }) => {
    const statements = model.reaches(spec).map(name);
    const isReached = ["bastion kubernetesApi", "namedNetworks kubernetesApi"].some((one) =>
      statements.includes(one),
    );
    expect(isReached).toBe(true);
  });
});

describe("a walk", () => {
  const broken = (change: (stacks: ReturnType<typeof synthesizeApp>) => void) => {
    const stacks = structuredClone(synthesizeApp("ticketing", fullPlatform(), contextOf("prod")));
    change(stacks);
    return new Environment(stacks);
  };
  const remove = (key: string, id: string) => (stacks: ReturnType<typeof synthesizeApp>) => {
    const resources = stacks.find((stack) => stack.key === key)?.template.Resources as Record<
      string,
      unknown
    >;
    expect(resources).toHaveProperty(id);
    delete resources[id];
  };

  it.each([
    ["loadBalancer pods", "workloads", "PodsFromLoadBalancer"],
    ["bastion cache", "bastion", "CacheFromBastion"],
    ["bastion database", "bastion", "DatabaseFromBastion"],
    ["bastion kubernetesApi", "bastion", "KubernetesApiFromBastion"],
    ["bastion kubernetesApi", "bastion", "ClusterAccess"],
    ["pods cache", "workloads", "ApiPasswords"],
    ["pods queues", "workloads", "AppMessaging"],
    ["pods cache", "network", "DbIngressPort6379"],
    ["cloudFront siteBucket", "edge", "SiteBucketPolicy"],
    ["cloudFront loadBalancer", "edge", "OriginRecord"],
    ["nodes awsServices", "network", "AppDefaultRoute1"],
    ["sshNetworks bastion", "network", "PublicDefaultRoute"],
  ])("of %s finds that %s has no %s", (statement, key, id) => {
    const [from, to] = statement.split(" ") as never[];
    const whole = new Environment(synthesizeApp("ticketing", fullPlatform(), contextOf("prod")));
    expect(walk(whole, { from: from!, to: to! })).toEqual([]);
    expect(walk(broken(remove(key, id)), { from: from!, to: to! })).not.toEqual([]);
  });

  it.each([
    ["alarms", "CriticalTopicPolicy"],
    ["karpenter", "InterruptionQueuePolicy"],
    ["events", "NotifyFunctionPermission"],
    ["compliance", "RecordBucketPolicy"],
    ["edge", "LogBucketPolicy"],
  ])("of the wiring finds that %s has no %s", (key, id) => {
    expect(wiringProblems(broken(remove(key, id)))).not.toEqual([]);
  });
});

import { beforeAll, describe, expect, it, vi } from "vitest";
import type { TicketingSpec } from "../../src/blueprints/ticketing/stacks";
import { describeSpecProblems, getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { contextOf, resourcesOf } from "../../testing/contexts";

// Loading CDK and making a whole platform takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

function prod(): TicketingSpec {
  const spec = getBlueprint("ticketing").presets.find(({ key }) => key === "prod")?.spec;
  return structuredClone(spec) as TicketingSpec;
}

describe("fault injection", () => {
  it("has no experiment without a critical alarm that stops it, and no more than FIS takes", () => {
    const spec = prod();
    spec.faultInjection.enabled = true;
    const stacks = synthesizeApp("ticketing", spec, contextOf("prod"));
    const alarms = stacks.find(({ key }) => key === "alarms")!.template.Outputs as Record<string, unknown>;
    const resources = resourcesOf(stacks.find(({ key }) => key === "fault-injection")!);
    const experiments = Object.values(resources).filter(
      ({ Type }) => Type === "AWS::FIS::ExperimentTemplate",
    );
    expect(experiments).toHaveLength(3);
    for (const { Properties } of experiments) {
      const conditions = Properties!.StopConditions as { Source: string; Value: object }[];
      expect(conditions.length).toBeGreaterThan(0);
      expect(conditions.length).toBeLessThanOrEqual(5);
      for (const { Source, Value } of conditions) {
        expect(Source).toBe("aws:cloudwatch:alarm");
        const [name] = Object.keys(alarms).filter((output) => JSON.stringify(Value).includes(`"${output}"`));
        expect(name).toMatch(/AlarmArn$/);
      }
    }
  });

  it("is refused without alarms", () => {
    const spec = prod();
    spec.faultInjection.enabled = true;
    spec.observability.enabled = false;
    expect(describeSpecProblems(getBlueprint("ticketing"), spec)).toMatchObject([
      { field: "faultInjection.enabled", message: { key: "spec.faultInjection.noAlarms" } },
    ]);
  });

  it("breaks only what the environment has", () => {
    const spec = prod();
    spec.faultInjection.enabled = true;
    spec.cluster.enabled = false;
    spec.cache.enabled = false;
    const stacks = synthesizeApp("ticketing", spec, contextOf("prod"));
    const resources = resourcesOf(stacks.find(({ key }) => key === "fault-injection")!);
    expect(Object.keys(resources).filter((id) => id.endsWith("Experiment"))).toEqual(["NetworkExperiment"]);
    expect(JSON.stringify(resources)).not.toMatch(/TerminateInstances|InterruptClusterAzPower/);
  });
});

describe("compliance", () => {
  const complianceOf = (choices: Partial<TicketingSpec["compliance"]>) => {
    const spec = prod();
    Object.assign(spec.compliance, choices);
    const stack = synthesizeApp("ticketing", spec, contextOf("prod")).find(({ key }) => key === "compliance");
    return resourcesOf(stack!);
  };
  const SINGLETONS =
    /^AWS::(Config::(ConfigurationRecorder|DeliveryChannel)|CloudTrail::Trail|SecurityHub::Hub)$/;

  it("brings nothing that an account has only one of, unless the requester says that it has none", () => {
    const none = { recorder: false, accountRecorder: true, trail: false };
    const types = Object.values(complianceOf(none)).map(({ Type }) => Type);
    expect(types.filter((type) => SINGLETONS.test(type))).toEqual([]);
    const all = complianceOf({ recorder: true, trail: true, securityHub: true });
    expect(Object.values(all).filter(({ Type }) => SINGLETONS.test(Type))).toHaveLength(4);
  });

  it("records before it judges, into an encrypted bucket that nobody else can write to", () => {
    const resources = complianceOf({ recorder: true, trail: true });
    expect(resources.PitrRule).toMatchObject({ DependsOn: ["DeliveryChannel", "Recorder"] });
    const policy = JSON.stringify(resources.RecordBucketPolicy?.Properties?.PolicyDocument);
    expect(policy).toContain('"aws:SourceAccount":"111122223333"');
    expect(policy).toContain('"aws:SecureTransport":"false"');
    expect(resources.RecordBucket?.Properties).toMatchObject({
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
  });
});

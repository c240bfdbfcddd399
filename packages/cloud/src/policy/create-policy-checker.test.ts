import { createHash } from "node:crypto";
import { findBlueprint } from "@greenroom/infra-templates/catalog";
import { message, say } from "@greenroom/messages";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { PolicyChecker, PolicyInput, SynthesizedStack, SynthesizeInput } from "../contract";
import { createSynthesizer } from "../synth";
import { createPolicyChecker } from "./create-policy-checker";

// Loading both engines takes seconds, and many on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const preset = findBlueprint("ticketing")?.presets.find(({ key }) => key === "loadtest");
const asked: SynthesizeInput = {
  blueprint: "ticketing",
  spec: preset?.spec as Record<string, unknown>,
  context: {
    environmentName: "spring-sale",
    teamSlug: "box-office",
    ownerEmail: "rina@demo.greenroom",
    costCentre: "CC-100",
    requestNumber: 7,
    stage: "loadtest",
    region: "ap-northeast-2",
    accountId: "111122223333",
    expiresOn: null,
  },
};

describe("with the real engines", () => {
  let stacks: SynthesizedStack[];
  let checker: PolicyChecker;
  beforeAll(async () => {
    checker = createPolicyChecker();
    const synthesizer = createSynthesizer();
    stacks = await synthesizer.synthesize(asked);
    await synthesizer.close();
  });
  afterAll(() => checker.close());

  it("lets a preset through, and shows what was chosen or accepted in it with the reasons", async () => {
    const { findings, ruleCounts } = await checker.check({ ...asked, stacks });
    expect(findings.filter(({ severity }) => severity === "ERROR")).toEqual([]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        engine: "cdk-nag",
        rule: "AwsSolutions-VPC7",
        severity: "WARNING",
        stackKey: "network",
        logicalId: "Vpc",
        reason: {
          key: "bilingual",
          values: { en: expect.stringContaining("flow logs"), ko: expect.stringContaining("플로우 로그") },
        },
      }),
    );
    for (const { remedy } of findings) expect(say("ko", remedy)).toMatch(/[가-힣]/);
    expect(ruleCounts["cdk-nag"]).toBeGreaterThan(100);
    expect(ruleCounts["cloudformation-validate"]).toBeGreaterThan(200);
  });

  it("names the rule, the resource and the remedy of what CloudFormation would refuse", async () => {
    const { findings } = await checker.check({ ...asked, stacks: stacks.map(withLongDelay) });
    expect(findings.filter(({ severity }) => severity === "ERROR")).toEqual([
      {
        engine: "cloudformation-validate",
        rule: "F3034",
        severity: "ERROR",
        stackKey: "events",
        logicalId: expect.stringMatching(/Queue$|DeadLetters$/),
        message: "DelaySeconds: 9000 is greater than the maximum of 900",
        remedy: message("rule.fix.schema"),
        reason: null,
      },
    ]);
  });

  it("says the same of the same plan", async () => {
    const [one, other] = [
      await checker.check({ ...asked, stacks }),
      await checker.check({ ...asked, stacks }),
    ];
    expect(one).toEqual(other);
  });

  it("tells which spec a blueprint refuses, and goes on", async () => {
    await expect(checker.check({ ...asked, spec: {}, stacks })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await expect(checker.check({ ...asked, stacks })).resolves.toHaveProperty("findings");
  });
});

/** The events stack with a queue that waits longer than SQS can. */
function withLongDelay(stack: SynthesizedStack): SynthesizedStack {
  if (stack.key !== "events") return stack;
  const parsed = JSON.parse(stack.template) as {
    Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
  };
  const queue = Object.values(parsed.Resources).find(({ Type }) => Type === "AWS::SQS::Queue");
  if (queue) queue.Properties.DelaySeconds = 9000;
  const template = JSON.stringify(parsed);
  return { ...stack, template, templateHash: createHash("sha256").update(template).digest("hex") };
}

describe("with a child that misbehaves", () => {
  const childModule = new URL("../../testing/unruly-child.ts", import.meta.url);
  let checker: PolicyChecker;
  afterEach(() => checker.close());
  const ask = (blueprint: string) => checker.check({ ...asked, blueprint, stacks: [] } satisfies PolicyInput);

  it("reports a crash instead of an empty result, and goes on with a new child", async () => {
    checker = createPolicyChecker({ childModule });
    await expect(ask("crash")).rejects.toMatchObject({
      code: "INTERNAL",
      message: expect.stringMatching(/^The policy check stopped: .*the construct broke/),
    });
    await expect(ask("process")).resolves.toEqual(expect.any(Number));
  });

  it("tries a second child before it gives up on one that hangs", async () => {
    checker = createPolicyChecker({ childModule, timeoutMs: 300 });
    const startedAt = performance.now();
    await expect(ask("hang")).rejects.toMatchObject({
      code: "INTERNAL",
      message: expect.stringContaining("The policy check took longer than 0.3 s"),
    });
    expect(performance.now() - startedAt).toBeGreaterThan(600);
  });

  it("replaces a child that has grown too large", async () => {
    checker = createPolicyChecker({ childModule });
    const grown = await ask("grown");
    expect(await ask("process")).not.toBe(grown);
  });

  it("never hands the parent's credentials to the child", async () => {
    process.env.AWS_SECRET_ACCESS_KEY = "not-for-the-child";
    try {
      checker = createPolicyChecker({ childModule });
      const names = (await ask("environment")) as unknown as string[];
      expect(names.filter((name) => /AWS|SECRET|DATABASE|PROXY/i.test(name))).toEqual([]);
    } finally {
      delete process.env.AWS_SECRET_ACCESS_KEY;
    }
  });
});

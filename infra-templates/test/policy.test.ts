import { createHash } from "node:crypto";
import { say } from "@greenroom/messages";
import { App, Stack } from "aws-cdk-lib";
import { CfnSecurityGroup } from "aws-cdk-lib/aws-ec2";
import { CfnQueue } from "aws-cdk-lib/aws-sqs";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { BLUEPRINTS, describeSpecProblems, getBlueprint } from "../src/catalog";
import { synthesizeApp, withApp } from "../src/index";
import type { BlueprintContext } from "../src/model/blueprint";
import { checkPolicies, type PolicyFinding, type PolicyStack } from "../src/policy";
import { acceptedFindings, acceptFinding, covers } from "../src/policy/accept-finding";
import { knownException } from "../src/policy/known-exceptions";
import { remedyOf } from "../src/policy/remedy";
import { runCdkNag } from "../src/policy/run-cdk-nag";
import { createTemplateValidator, type TemplateValidator } from "../src/policy/validate-templates";
import { BLUEPRINT_ARBITRARIES } from "../testing/arbitraries/blueprints";
import { anyContext } from "../testing/arbitraries/context";
import { TODAY } from "../testing/arbitraries/edge";
import { contextOf } from "../testing/contexts";
import { fullPlatform } from "../testing/full-platform";

// Both engines take seconds to load, and many on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

/** Enough to switch every option on and off a few times; the same ones in each run. */
const RANDOM = { numRuns: 20, seed: 4106 };

interface Asked {
  blueprint: string;
  title: string;
  spec: object;
  context: BlueprintContext;
}
const PRESETS = BLUEPRINTS.flatMap(({ id, presets }) =>
  presets.map(({ key, spec, stages }): Asked => {
    return { blueprint: id, title: key, spec: spec as object, context: contextOf(stages[0] ?? "dev") };
  }),
);
const FULL: Asked = {
  blueprint: "ticketing",
  title: "everything on",
  spec: fullPlatform(),
  context: contextOf("prod"),
};
const OPTIONS = Object.entries(BLUEPRINT_ARBITRARIES).flatMap(([blueprint, { valid }]) =>
  fc.sample(fc.tuple(valid, anyContext), RANDOM).map(([spec, context], index): Asked => {
    return { blueprint, title: `random ${index}`, spec, context };
  }),
);
/** Random choices that their region or stage refuses are left out. */
const ASKED = [...PRESETS, FULL, ...OPTIONS].filter(({ blueprint, spec, context }) => {
  return describeSpecProblems(getBlueprint(blueprint), spec, { ...context, today: TODAY }).length === 0;
});
let shared: TemplateValidator | undefined;
const validate = (stack: PolicyStack) => {
  shared ??= createTemplateValidator();
  return shared.validate(stack);
};

const hashed = (key: string, template: object): PolicyStack => {
  const text = JSON.stringify(template);
  const templateHash = createHash("sha256").update(text).digest("hex");
  return { key, region: "ap-northeast-2", template: text, templateHash };
};

describe("the policies of the blueprints", () => {
  const findings = new Map<Asked, PolicyFinding[]>();
  beforeAll(() => {
    process.env.CDK_VALIDATION = "false";
    for (const asked of ASKED) {
      const { blueprint, spec, context } = asked;
      const stacks = synthesizeApp(blueprint, spec, context).map(({ key, region, template }) => ({
        ...hashed(key, template),
        region,
      }));
      findings.set(asked, checkPolicies({ blueprint, spec, context, stacks }).findings);
    }
  });

  it("leave no error unanswered, in any preset and with any option a requester may choose", () => {
    const errors = [...findings].flatMap(([{ blueprint, title, context }, found]) =>
      found
        .filter(({ severity }) => severity === "ERROR")
        .map(
          ({ rule, stackKey, logicalId, message }) =>
            `${blueprint} ${title} (${context.stage}): ${rule} at ${stackKey}/${logicalId}: ${message}`,
        ),
    );
    expect([...new Set(errors)]).toEqual([]);
  });

  it("say of each finding what to do, and of each accepted one why, in both languages", () => {
    for (const { severity, remedy, reason } of [...findings.values()].flat()) {
      expect(say("en", remedy)).toMatch(/[a-z]/);
      expect(say("ko", remedy)).toMatch(/[가-힣]/);
      // A choice of the requester is a warning that has a reason.
      if (severity !== "WARNING") expect(reason !== null).toBe(severity === "SUPPRESSED");
      if (reason) {
        expect(say("en", reason)).toMatch(/[a-z].*\.$/);
        expect(say("ko", reason)).toMatch(/[가-힣].*\.$/);
      }
    }
  });

  it("accept nothing that no preset and no option meets", () => {
    const met = new Set<string>();
    const accepted = new Set<string>();
    for (const [{ blueprint, spec, context }, found] of findings) {
      for (const { stackKey, logicalId, rule } of withApp(blueprint, spec, context, acceptedFindings)) {
        const name = `${rule.replace(/\[.*/s, "")} at ${stackKey}/${logicalId}`;
        accepted.add(name);
        const isMet = found.some(
          (one) => one.stackKey === stackKey && one.logicalId === logicalId && covers(rule, one.rule),
        );
        if (isMet) met.add(name);
      }
    }
    expect([...accepted].filter((name) => !met.has(name))).toEqual([]);
  });
});

describe("cdk-nag", () => {
  it("names the rule, the resource and the advice for a bad construct", () => {
    const app = new App();
    const stack = new Stack(app, "bad", { env: { region: "ap-northeast-2", account: "111122223333" } });
    new CfnSecurityGroup(stack, "Open", {
      groupDescription: "",
      securityGroupIngress: [{ ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIp: "0.0.0.0/0" }],
    });
    const { findings, ruleCount } = runCdkNag(app, ["bad"]);
    expect(ruleCount).toBeGreaterThan(100);
    expect(findings).toContainEqual({
      engine: "cdk-nag",
      rule: "AwsSolutions-EC23",
      severity: "ERROR",
      stackKey: "bad",
      logicalId: "Open",
      message: "The Security Group allows for 0.0.0.0/0 or ::/0 inbound access.",
      advice: expect.stringContaining("Large port ranges"),
    });
  });

  it("changes no byte of a template by what is accepted in it", () => {
    const templateOf = (accept: boolean) => {
      const app = new App();
      const queue = new CfnQueue(new Stack(app, "one"), "Queue");
      if (accept) acceptFinding(queue, "AwsSolutions-SQS3", { en: "Tried.", ko: "시험합니다." });
      expect(acceptedFindings(app)).toHaveLength(accept ? 1 : 0);
      return JSON.stringify(app.synth().getStackByName("one").template);
    };
    expect(templateOf(true)).toBe(templateOf(false));
  });

  it("tells apart the findings of a rule that has several on one resource", () => {
    expect(covers("AwsSolutions-IAM5", "AwsSolutions-IAM5[Resource::*]")).toBe(true);
    expect(covers("AwsSolutions-IAM5[Resource::*]", "AwsSolutions-IAM5[Action::s3:*]")).toBe(false);
    expect(covers("AwsSolutions-S1", "AwsSolutions-S10")).toBe(false);
  });
});

describe("cloudformation-validate", () => {
  it("names what CloudFormation would refuse, with a remedy for each family of rules", () => {
    const findings = validate(
      hashed("bad", {
        Resources: {
          Bucket: { Type: "AWS::S3::Bucket", Properties: { BucketNam: "x" } },
          Unknown: { Type: "AWS::Nope::Thing" },
          Fn: {
            Type: "AWS::Lambda::Function",
            Properties: {
              Runtime: "nodejs12.x",
              Handler: "index.handler",
              Role: { Ref: "Missing" },
              Code: { ZipFile: "x" },
            },
          },
        },
        Outputs: { Name: { Value: { "Fn::GetAtt": ["Bucket", "Nope"] } } },
      }),
    );
    const told = findings.map(({ rule, severity, logicalId }) => `${severity} ${rule} ${logicalId}`);
    expect(told).toEqual(
      expect.arrayContaining([
        "ERROR F3002 Bucket",
        "ERROR F3006 Unknown",
        "ERROR E2533 Fn",
        "ERROR F1020 Fn",
        "ERROR F6101 Name",
      ]),
    );
    const remedies = new Map(findings.map((finding) => [finding.rule, say("en", remedyOf(finding))]));
    expect(new Set(remedies.values()).size).toBe(remedies.size);
    expect(findings.filter((finding) => knownException(finding))).toEqual([]);
  });

  it("knows outputs of other stacks, and is overruled only where it misses the point of a generated template", () => {
    const output = { "Fn::GetStackOutput": { StackName: "greenroom-x-network", OutputName: "VpcId" } };
    const findings = validate(
      hashed("good", {
        Resources: {
          Queue: { Type: "AWS::SQS::Queue", Properties: { KmsMasterKeyId: output } },
          Note: {
            Type: "AWS::SSM::Parameter",
            DependsOn: "Queue",
            Properties: { Type: "String", Value: { "Fn::Sub": "text" }, Description: { Ref: "Queue" } },
          },
          Subnet: {
            Type: "AWS::EC2::Subnet",
            Properties: { VpcId: output, CidrBlock: "10.0.0.0/24", AvailabilityZone: "ap-northeast-2a" },
          },
        },
      }),
    );
    expect(findings.map(({ rule }) => rule).sort()).toEqual(["W1020", "W3005", "W3010"]);
    for (const finding of findings) expect(knownException(finding)?.key).toMatch(/^rule\.exception\./);
  });
});

import { synthesizeApp } from "@greenroom/infra-templates";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { describe, expect, it, vi } from "vitest";
import { checkTemplates } from "./check-templates";
import { TEMPLATE_RULES } from "./template-rules";

// Loading CDK or the resource specification takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Resources = Record<string, { Type: string; Properties?: object }>;
const check = (Resources: Resources, key = "network") =>
  checkTemplates([{ key, template: JSON.stringify({ Resources }) }]).filter(
    ({ severity }) => severity !== "PASSED",
  );
const role = (Action: unknown, Resource: unknown) => ({
  Type: "AWS::IAM::Role",
  Properties: {
    Policies: [{ PolicyName: "p", PolicyDocument: { Statement: [{ Effect: "Allow", Action, Resource }] } }],
  },
});
const encrypted = { SqsManagedSseEnabled: true };

describe("every rule finds what it is for", () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`T${i}`, { Type: "AWS::SNS::Topic" }]));
  const cases: [rule: string, Resources, logicalId: string | null][] = [
    [
      "template-size",
      { A: { Type: "AWS::SNS::Topic", Properties: { TopicName: "x".repeat(51_200) } } },
      null,
    ],
    ["resource-count", many(501), null],
    ["template-sound", { A: { Type: "AWS::SNS::Topic", Properties: { TopicName: { Ref: "Gone" } } } }, null],
    ["no-custom-resources", { A: { Type: "Custom::Thing" } }, "A"],
    ["no-assets", { A: { Type: "AWS::Lambda::Function", Properties: { Code: { S3Bucket: "b" } } } }, "A"],
    ["no-wildcard-permission", { A: role("*", "*") }, "A"],
    ["no-wildcard-permission", { A: role(["logs:PutLogEvents", "s3:Get*"], ["*"]) }, "A"],
    ["encrypted-at-rest", { A: { Type: "AWS::DynamoDB::Table" } }, "A"],
    ["dead-letters", { A: { Type: "AWS::SQS::Queue", Properties: encrypted } }, "A"],
    [
      "dead-letters",
      { A: { Type: "AWS::Events::Rule", Properties: { Targets: [{ Id: "t", Arn: "arn" }] } } },
      "A",
    ],
    [
      "point-in-time-recovery",
      { A: { Type: "AWS::DynamoDB::GlobalTable", Properties: { Replicas: [{}] } } },
      "A",
    ],
    ["cluster-access", { A: { Type: "AWS::EKS::Cluster" } }, "A"],
  ];
  it.each(cases)("%s", (rule, resources, logicalId) => {
    const findings = check(resources);
    const finding = findings.find((found) => found.rule === rule);
    expect(finding).toMatchObject({ stackKey: "network", logicalId });
    expect(finding?.remedy).toBeTruthy();
  });

  it("has a case for each rule", () => {
    expect(new Set(cases.map(([rule]) => rule))).toEqual(new Set(TEMPLATE_RULES.map(({ rule }) => rule)));
  });
});

it("takes narrow permissions and dead letters as they are", () => {
  expect(
    check({
      Role: role(["s3:GetObject"], "*"),
      Letters: { Type: "AWS::SQS::Queue", Properties: encrypted },
      Work: {
        Type: "AWS::SQS::Queue",
        Properties: {
          ...encrypted,
          RedrivePolicy: { deadLetterTargetArn: { "Fn::GetAtt": ["Letters", "Arn"] }, maxReceiveCount: 3 },
        },
      },
    }),
  ).toEqual([]);
});

it("passes every preset of the ticketing platform but for what its requester may choose, and says what was looked at", () => {
  process.env.CDK_VALIDATION = "false";
  const context = {
    environmentName: "spring-sale",
    teamSlug: "box-office",
    ownerEmail: "rina@demo.greenroom",
    costCentre: "CC-100",
    requestNumber: 7,
    stage: "prod",
    region: "ap-northeast-2",
    accountId: "111122223333",
    expiresOn: null,
  };
  for (const preset of getBlueprint("ticketing").presets) {
    const stacks = synthesizeApp("ticketing", preset.spec, context);
    const checks = checkTemplates(
      stacks.map(({ key, template }) => ({ key, template: JSON.stringify(template) })),
    );
    expect([...new Set(checks.map(({ rule }) => rule))]).toEqual(TEMPLATE_RULES.map(({ rule }) => rule));
    const isCovered = preset.key === "staging" || preset.key === "prod";
    expect(
      [
        ...new Set(
          checks.flatMap(({ rule, severity }) => (severity === "PASSED" ? [] : `${severity} ${rule}`)),
        ),
      ],
      preset.key,
    ).toEqual([...(isCovered ? [] : ["WARNING point-in-time-recovery"]), "WARNING cluster-access"]);
  }
});

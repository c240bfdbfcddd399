import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { architectureOf, type StackSource } from "./architecture";
import { TemplateError } from "./template-error";

const stack = (
  key: string,
  template: object,
  { region = "ap-northeast-2", dependsOn = [] as string[] } = {},
): StackSource => ({ key, stackName: `demo-${key}`, region, template, dependsOn });
const output = (StackName: unknown, OutputName: string, Region?: string) => ({
  "Fn::GetStackOutput": { StackName, OutputName, ...(Region && { Region }) },
});

const network = stack("network", {
  Resources: { Vpc: { Type: "AWS::EC2::VPC" }, Gateway: { Type: "AWS::EC2::InternetGateway" } },
  Outputs: {
    VpcId: { Value: { Ref: "Vpc" } },
    Zone: { Value: "a", Export: { Name: { "Fn::Sub": "${AWS::StackName}-zone" } } },
  },
});

describe("what connects stacks", () => {
  it("is each output that one reads of another, by name, by computed name and by export", () => {
    const cluster = stack("cluster", {
      Resources: {
        Cluster: {
          Type: "AWS::EKS::Cluster",
          Properties: {
            Vpc: output("demo-network", "VpcId"),
            Again: { "Fn::Join": [",", [output({ "Fn::Sub": "demo-${Suffix}" }, "AppSubnetIds")]] },
          },
        },
        Nodes: {
          Type: "AWS::EKS::Nodegroup",
          Properties: {
            Cluster: { Ref: "Cluster" },
            Zone: { "Fn::ImportValue": "demo-network-zone" },
            Vpc: output("demo-network", "VpcId"),
          },
        },
      },
      Parameters: { Suffix: { Type: "String", Default: "network" } },
    });
    expect(architectureOf([network, cluster]).links).toEqual([
      { reader: "cluster", source: "network", outputs: ["AppSubnetIds", "VpcId", "Zone"] },
    ]);
  });

  it("looks in the region that the reader names, and in its own otherwise", () => {
    const certificate = stack(
      "certificate",
      { Resources: { Certificate: { Type: "AWS::CertificateManager::Certificate" } } },
      { region: "us-east-1" },
    );
    const edge = (region?: string) =>
      stack("edge", {
        Resources: {
          Site: {
            Type: "AWS::CloudFront::Distribution",
            Properties: { Certificate: output("demo-certificate", "Arn", region) },
          },
        },
      });
    const linksOf = (region?: string) => architectureOf([certificate, edge(region)]).links;
    expect(linksOf("us-east-1")).toEqual([{ reader: "edge", source: "certificate", outputs: ["Arn"] }]);
    expect(linksOf()).toEqual([]);
  });

  it("is the stated order where nothing is read; stacks elsewhere are left out", () => {
    const events = stack(
      "events",
      {
        Resources: {
          Queue: { Type: "AWS::SQS::Queue", Properties: { Name: output("other-stack", "Name") } },
        },
      },
      { dependsOn: ["network", "gone"] },
    );
    expect(architectureOf([network, events]).links).toEqual([
      { reader: "events", source: "network", outputs: [] },
    ]);
  });

  it("follows only the branch that applies, and only resources that will exist", () => {
    const template = {
      Conditions: { IsBig: { "Fn::Equals": ["no", "yes"] } },
      Resources: {
        Small: {
          Type: "AWS::SQS::Queue",
          Properties: { Name: { "Fn::If": ["IsBig", output("demo-network", "VpcId"), "plain"] } },
        },
        Big: {
          Type: "AWS::SQS::Queue",
          Condition: "IsBig",
          Properties: { Name: output("demo-network", "VpcId") },
        },
      },
    };
    const { stacks, links } = architectureOf([network, stack("queues", template)]);
    expect(links).toEqual([]);
    expect(stacks[1]?.groups).toMatchObject([{ type: "AWS::SQS::Queue", members: ["Small"] }]);
  });
});

describe("what a stack is made of", () => {
  const association = (id: string) => ({
    Type: "AWS::EC2::SubnetRouteTableAssociation",
    Properties: { SubnetId: { Ref: id }, RouteTableId: { Ref: "Routes" } },
  });
  const subnet = { Type: "AWS::EC2::Subnet", Properties: { VpcId: { Ref: "Vpc" } } };

  it("puts alike resources together, each group after what it needs", () => {
    const { stacks } = architectureOf([
      stack("network", {
        Resources: {
          JoinA: association("SubnetA"),
          JoinB: association("SubnetB"),
          SubnetA: subnet,
          SubnetB: subnet,
          Routes: { Type: "AWS::EC2::RouteTable", Properties: { VpcId: { "Fn::Sub": "${Vpc}" } } },
          Vpc: { Type: "AWS::EC2::VPC" },
          Role: { Type: "AWS::IAM::Role", DependsOn: "Vpc" },
          Log: { Type: "AWS::EC2::FlowLog", Properties: { Role: { "Fn::GetAtt": ["Role", "Arn"] } } },
        },
      }),
    ]);
    expect(stacks[0]?.groups).toEqual([
      { type: "AWS::EC2::VPC", members: ["Vpc"], needs: [], reads: [] },
      { type: "AWS::IAM::Role", members: ["Role"], needs: [{ group: 0, via: ["DependsOn"] }], reads: [] },
      { type: "AWS::EC2::RouteTable", members: ["Routes"], needs: [{ group: 0, via: ["Ref"] }], reads: [] },
      {
        type: "AWS::EC2::Subnet",
        members: ["SubnetA", "SubnetB"],
        needs: [{ group: 0, via: ["Ref"] }],
        reads: [],
      },
      { type: "AWS::EC2::FlowLog", members: ["Log"], needs: [{ group: 1, via: ["Arn"] }], reads: [] },
      {
        type: "AWS::EC2::SubnetRouteTableAssociation",
        members: ["JoinA", "JoinB"],
        needs: [
          { group: 2, via: ["Ref"] },
          { group: 3, via: ["Ref"] },
        ],
        reads: [],
      },
    ]);
  });

  it("keeps those apart that read from another stack", () => {
    const role = (value?: unknown) => ({ Type: "AWS::IAM::Role", Properties: { Value: value ?? "x" } });
    const { stacks } = architectureOf([
      network,
      stack("roles", { Resources: { A: role(), B: role(), C: role(output("demo-network", "VpcId")) } }),
    ]);
    expect(stacks[1]?.groups).toEqual([
      { type: "AWS::IAM::Role", members: ["A", "B"], needs: [], reads: [] },
      {
        type: "AWS::IAM::Role",
        members: ["C"],
        needs: [],
        reads: [{ source: "network", outputs: ["VpcId"] }],
      },
    ]);
  });

  it("says which template cannot be evaluated", () => {
    const broken = stack("broken", {
      Resources: { A: { Type: "AWS::SQS::Queue", Properties: { X: { "Fn::GetAtt": ["Nobody", "Arn"] } } } },
    });
    expect(() => architectureOf([broken])).toThrow(TemplateError);
  });

  it("does not depend on the order in which a template is written", () => {
    const mixed = {
      Resources: {
        Queue: { Type: "AWS::SQS::Queue" },
        Topic: { Type: "AWS::SNS::Topic" },
        Role: {
          Type: "AWS::IAM::Role",
          Properties: {
            A: { Ref: "Topic" },
            B: { Ref: "Queue" },
            C: output("demo-network", "VpcId"),
            D: output("demo-data", "Table"),
          },
        },
      },
    };
    const data = stack("data", { Resources: { Table: { Type: "AWS::DynamoDB::Table" } } });
    const drawn = (template: object) => architectureOf([network, data, stack("mixed", template)]);
    expect(drawn(reversed(mixed))).toEqual(drawn(mixed));
    expect(drawn(mixed).links.map(({ source }) => source)).toEqual(["network", "data"]);
  });

  it("loses no resource and no reference, whatever the template", () => {
    const resources = fc.array(
      fc.record({
        type: fc.constantFrom("A::B::C", "A::B::D"),
        needs: fc.array(fc.nat(30), { maxLength: 4 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(resources, (drawn) => {
        const entries = drawn.map(({ type, needs }, index) => {
          // Only what comes earlier, so that there is no circle.
          const earlier = [...new Set(needs.filter((need) => need < index))];
          return [
            `R${index}`,
            { Type: type, Properties: { Needs: earlier.map((need) => ({ Ref: `R${need}` })) } },
          ] as const;
        });
        const [only] = architectureOf([stack("any", { Resources: Object.fromEntries(entries) })]).stacks;
        const groups = only?.groups ?? [];
        const groupOf = new Map(groups.flatMap(({ members }, index) => members.map((id) => [id, index])));
        expect([...groupOf.keys()].sort()).toEqual(entries.map(([id]) => id).sort());
        for (const [id, { Type, Properties }] of entries) {
          const group = groups[groupOf.get(id) as number];
          expect(group?.type).toBe(Type);
          for (const { Ref } of Properties.Needs) {
            const need = groupOf.get(Ref) as number;
            expect(need).toBeLessThan(groupOf.get(id) as number);
            expect(group?.needs.map((one) => one.group)).toContain(need);
          }
        }
      }),
    );
  });
});

/** The same value with the keys of every object the other way round, as a database may give them back. */
function reversed(value: object): object {
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(
    entries.map(([key, one]) => [key, typeof one === "object" && !Array.isArray(one) ? reversed(one) : one]),
  );
}

import { describe, expect, it } from "vitest";
import { estimateInFolder } from "../testing/estimate-in-folder";

const { write, run } = estimateInFolder();

interface Report {
  totalMonthlyCost: string;
  unpricedComponents: number;
  projects: {
    breakdown: { resources: { name: string; costComponents: { name: string; unpriced: boolean }[] }[] };
  }[];
}

function report(...args: string[]) {
  const json = JSON.parse(run(...args, "--region", "us-east-1", "--format", "json").output) as Report;
  const unpriced = json.projects.flatMap(({ breakdown }) =>
    breakdown.resources.flatMap(({ name, costComponents }) =>
      costComponents.filter((one) => one.unpriced).map((one) => `${name}: ${one.name}`),
    ),
  );
  return { total: json.totalMonthlyCost, count: json.unpricedComponents, unpriced };
}

describe("npm run estimate of what is not known", () => {
  const PLATFORM = `
Parameters: {Nodes: {Type: Number}, Size: {Type: String}, Path: {Type: AWS::SSM::Parameter::Value<String>, Default: /db/class}}
Resources:
  Cache: {Type: AWS::ElastiCache::ReplicationGroup, Properties: {Engine: redis, CacheNodeType: !Ref Size, NumNodeGroups: 8, ReplicasPerNodeGroup: 1}}
  Nodes5: {Type: AWS::EKS::Nodegroup, Properties: {InstanceTypes: ["{{resolve:ssm:/eks/type}}"], ScalingConfig: {MinSize: 5, MaxSize: 5, DesiredSize: 5}}}
  Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres, EngineVersion: "16.4", DBInstanceClass: !Ref Path, AllocatedStorage: "20"}}
`;

  it("names and counts what sizes from parameters and the parameter store decide", () => {
    const file = write("platform.yaml", PLATFORM);
    const { total, count, unpriced } = report(file);
    expect(count).toBe(unpriced.length);
    expect(unpriced).toEqual([
      "Cache: ElastiCache (on-demand, unknown type)",
      "Db: Database instance (on-demand, Single-AZ, unknown class)",
      expect.stringMatching(/^Nodes5: Instance usage/),
    ]);
    // 5 volumes of 20 GB gp2 and the database's 20 GB are the same whatever the sizes are.
    expect(Number(total)).toBeCloseTo(5 * 20 * 0.1 + 20 * 0.115, 6);
    const { warnings, exitCode } = run(file, "--fail-on-unpriced");
    expect(exitCode).toBe(2);
    expect(warnings).toEqual([
      "platform has parameters without a value, on which prices depend: Size. Give --parameter Size=….",
      "platform has the parameter Path, on which prices depend, whose value /db/class has in the parameter store. Give --ssm /db/class=….",
      expect.stringMatching(/^platform\.Nodes5\..* Give --ssm \/eks\/type=….$/),
      expect.stringMatching(/^The total is not whole/),
    ]);
  });

  it.each(["Custom::Fleet", "AWS::CloudFormation::CustomResource"])(
    "does not take what %s makes for nothing",
    (Type) => {
      const NOTHING = { Vpc: { Type: "AWS::EC2::VPC" } };
      const Maker = { Type, Properties: { ServiceToken: "x" } };
      const before = write("before.json", { Resources: NOTHING });
      const file = write("made.json", { Resources: { ...NOTHING, Maker } });
      expect(run(file, "--fail-on-unpriced")).toMatchObject({ exitCode: 2 });
      expect(run(file).output).toContain(Type);
      const { output } = run(file, "--compare", before);
      expect(output).toContain(`made.Maker: ${Type} has no price model`);
      const emptying = { ...Maker, Type: "Custom::S3AutoDeleteObjects" };
      const harmless = write("harmless.json", { Resources: { ...NOTHING, Maker: emptying } });
      expect(run(harmless, "--fail-on-unpriced").exitCode).toBe(0);
    },
  );

  it("names the value that cannot be read, which no template lacks", () => {
    const volume = (Size: unknown) => ({ Type: "AWS::EC2::Volume", Properties: { VolumeType: "gp3", Size } });
    const file = write("disks.json", { Resources: { Large: volume("1,000"), Small: volume("10") } });
    expect(report(file)).toMatchObject({ total: "0.8", count: 1 });
    const { warnings, output, exitCode } = run(file, "--fail-on-unpriced");
    expect(warnings[0]).toBe('disks.Large.Size: "1,000" is no number, so what depends on it has no price.');
    expect(output).toContain('Size: "1,000" is no number');
    expect(output).not.toContain("not known");
    expect(exitCode).toBe(2);
  });

  it("takes the values from the command line", () => {
    const args = [
      "--parameter",
      "Size=cache.t4g.micro",
      "--ssm",
      "/eks/type=t3.medium",
      "--ssm",
      "/db/class=db.t3.large",
    ];
    expect(report(write("platform.yaml", PLATFORM), ...args).unpriced).toEqual([]);
  });

  it.each([
    ["a condition", "Condition: Maybe, Properties: {}", "NAT gateway"],
    [
      "a mapping by account",
      "Properties: {ConnectivityType: !FindInMap [Accounts, !Ref AWS::AccountId, Kind]}",
      "",
    ],
  ])("does not take %s for decided", (_, body, name) => {
    const file = write(
      "maybe.yaml",
      `
Parameters: {Env: {Type: String}}
Mappings: {Accounts: {"111122223333": {Kind: public}}}
Conditions: {Maybe: !Equals [!Ref Env, prod]}
Resources: {Nat: {Type: AWS::EC2::NatGateway, ${body}}}`,
    );
    const { total, unpriced } = report(file);
    if (name) expect([total, unpriced[0]]).toEqual(["0", `Nat: ${name}`]);
    expect(report(file, "--parameter", "Env=prod", "--account", "111122223333")).toMatchObject({
      total: "32.85",
      count: 0,
    });
  });

  it("counts what a loop over unknown values makes once, without a price", () => {
    const file = write(
      "loop.yaml",
      `
Transform: AWS::LanguageExtensions
Parameters: {Zones: {Type: CommaDelimitedList}}
Resources:
  Fn::ForEach::Nats: [Zone, !Ref Zones, {"Nat\${Zone}": {Type: AWS::EC2::NatGateway}}]`,
    );
    expect(report(file)).toMatchObject({
      total: "0",
      unpriced: ["NatUnknown: NAT gateway", "NatUnknown: Data processed"],
    });
    expect(report(file, "--parameter", "Zones=a,b").total).toBe("65.7");
  });

  it("passes to a nested stack that something is not known, over its default", () => {
    const main = write(
      "main.yaml",
      `
Parameters: {Size: {Type: String}}
Conditions: {Both: !Equals [!Ref Size, t3.large]}
Resources:
  Node: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./node.yaml, Parameters: {Type: !Ref Size}}}
  More: {Type: AWS::CloudFormation::Stack, Condition: Both, Properties: {TemplateURL: ./node.yaml}}
  Same: {Type: AWS::EC2::Instance, Properties: {InstanceType: !GetAtt More.Outputs.Type}}`,
    );
    const node = write(
      "node.yaml",
      `
Parameters: {Type: {Type: String, Default: t3.micro}}
Resources: {I: {Type: AWS::EC2::Instance, Properties: {InstanceType: !Ref Type}}}
Outputs: {Type: {Value: !Ref Type}}`,
    );
    const { unpriced } = report(main, node);
    expect(unpriced).toEqual([
      "I: Instance usage (Linux/UNIX, on-demand, unknown type)",
      "I: Instance usage (Linux/UNIX, on-demand, t3.micro)",
      "I: Root volume: Storage (general purpose SSD, gp2)",
    ]);
    expect(report(main, node, "--parameter", "Type=t3.micro", "--parameter", "Size=t3.large").count).toBe(0);
  });
});

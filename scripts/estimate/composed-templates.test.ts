import { describe, expect, it } from "vitest";
import { estimateInFolder, NAT } from "../testing/estimate-in-folder";

const { write, run } = estimateInFolder();

describe("npm run estimate of templates that others belong to", () => {
  it("names what is missing from the total: macros, nested stacks, values of parameters", () => {
    const app = `
Transform: [AWS::Serverless-2016-10-31, Mine]
Parameters:
  Type: {Type: String, Default: "", AllowedValues: [t3.micro]}
  Image: {Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /ami}
  Key: {Type: "AWS::EC2::KeyPair::KeyName"}
Resources:
  Machine: {Type: AWS::EC2::Instance, Properties: {InstanceType: !Ref Type, ImageId: !Ref Image, KeyName: !Ref Key}}
  Net: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: "https://bucket/net.template.yaml"}}
  Data: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./data.yaml}}
`;
    const files = [write("app.yaml", app), write("net.json", NAT)];
    const { warnings, exitCode } = run(...files);
    expect(warnings).toEqual([
      expect.stringMatching(/^app has the macro Mine, which runs in AWS only/),
      expect.stringMatching(/^app has nested stacks that are not priced: Data\./),
      expect.stringMatching(/^app has parameters without a value, .*: Type\. Give --parameter Type=/),
    ]);
    expect(exitCode).toBe(0);
    expect(run(...files, "--fail-on-unpriced").exitCode).toBe(2);
    expect(run(...files, "--parameter", "Type=t3.micro").warnings).toHaveLength(2);
    const report = JSON.parse(run(...files, "--parameter", "Type=t3.micro", "--format", "json").output);
    const unpriced = report.estimate.resources.flatMap(
      ({ logicalId, components }: { logicalId: string; components: { notKnown?: object[] }[] }) =>
        components.flatMap(({ notKnown = [] }) => notKnown.map((reason) => [logicalId, reason])),
    );
    expect(unpriced).toEqual([
      ["Data", { property: "TemplateURL", from: ["./data.yaml"] }],
      ["Transform Mine", { property: "Transform", from: ["Mine"] }],
    ]);
    expect(report.unpricedComponents).toBe(2);
  });

  it("prices a nested template once for each stack, with what it is passed", () => {
    const main = write(
      "main.yaml",
      `
Parameters: {Env: {Type: String, Default: prod}}
Conditions: {Never: !Equals [!Ref Env, dev]}
Resources:
  Blue: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: !Sub "https://\${Bucket}/node.template.yaml", Parameters: {Type: t3.micro, Gone: x}}}
  Green: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./node.yaml, Parameters: {Type: !If [Never, t3.micro, t3.large], Vpc: !GetAtt Blue.Outputs.Vpc}}}
  Off: {Type: AWS::CloudFormation::Stack, Condition: Never, Properties: {TemplateURL: ./node.yaml}}
  Bucket: {Type: AWS::S3::Bucket}
`,
    );
    const node = write(
      "node.yaml",
      "Parameters: {Type: {Type: String}, Vpc: {Type: String, Default: v}}\nResources: {I: {Type: AWS::EC2::Instance, Properties: {InstanceType: !Ref Type}}}",
    );
    const { output, warnings } = run(node, main, "--format", "json");
    const report = JSON.parse(output);
    expect(report.projects.map((p: { name: string }) => p.name)).toEqual(["main", "node", "main.Green"]);
    const types = report.projects.flatMap(
      (p: { breakdown: { resources: { costComponents: { name: string }[] }[] } }) =>
        p.breakdown.resources.flatMap((r) =>
          r.costComponents.map((c) => c.name).filter((n) => n.includes("Instance")),
        ),
    );
    expect(types).toEqual([
      "Instance usage (Linux/UNIX, on-demand, t3.micro)",
      "Instance usage (Linux/UNIX, on-demand, t3.large)",
    ]);
    expect(warnings).toEqual([]);
    expect(run(node, "--parameter", "Type=t3.micro").output).toContain("t3.micro");
  });

  it("counts what loops make, under the names that a usage file gives them", () => {
    const looped = write(
      "loops.yaml",
      `
Transform: AWS::LanguageExtensions
Parameters: {Zones: {Type: CommaDelimitedList, Default: "A,B"}}
Resources:
  Fn::ForEach::Nats: [Zone, !Ref Zones, {"Nat\${Zone}": {Type: AWS::EC2::NatGateway}}]
`,
    );
    const usage = write("usage.yml", "resource_usage: {NatC: {monthly_data_processed_gb: 100}}");
    const { output, warnings } = run(looped, "--parameter", "Zones=A,B,C", "--usage", usage);
    // 3 x 730 x 0.059 + 100 x 0.059
    expect(output).toContain("135.11");
    expect(warnings).toEqual([]);
  });

  it("prices what AWS SAM makes of functions and tables", () => {
    const sam = write(
      "sam.yaml",
      `
Transform: AWS::Serverless-2016-10-31
Globals: {Function: {MemorySize: 512}}
Resources:
  Buy: {Type: AWS::Serverless::Function, Properties: {Events: {Get: {Type: Api, Properties: {Path: /, Method: get}}}}}
Outputs:
  Url: {Value: !Sub "https://\${ServerlessRestApi}.example"}
`,
    );
    const usage = write(
      "usage.yml",
      "resource_usage: {Buy: {monthly_requests: 1000000, request_duration_ms: 200}, ServerlessRestApi: {monthly_requests: 5}}",
    );
    const { output, warnings } = run(sam, "--usage", usage, "--format", "json");
    // 0.20 for the requests, 100,000 GB-seconds at 0.0000166667, and 5 requests of the API at 3.50 a million.
    expect(JSON.parse(output).totalMonthlyCost).toBe("1.8666875");
    expect(warnings).toEqual([]);
  });

  it("tells a stack what another one exports", () => {
    const base = write("base.yaml", 'Resources: {}\nOutputs: {C: {Value: t3.micro, Export: {Name: "type"}}}');
    const machine =
      '{"Resources":{"I":{"Type":"AWS::EC2::Instance","Properties":{"InstanceType":{"Fn::ImportValue":"type"}}}}}';
    expect(() => run(base)).toThrow(/it has no Resources/);
    const filled = write(
      "base.yaml",
      'Resources: {R: {Type: AWS::IAM::Role}}\nOutputs: {C: {Value: t3.micro, Export: {Name: "type"}}}',
    );
    expect(run(write("app.json", machine), filled).output).toContain("t3.micro");
  });

  it("finds the stack whose outputs another reads by the end of its name, and where it is", () => {
    const reader = (StackName: string) => ({
      Resources: {
        I: {
          Type: "AWS::EC2::Instance",
          Properties: {
            InstanceType: {
              "Fn::GetStackOutput": { StackName, OutputName: "Type", Region: "us-east-1" },
            },
          },
        },
      },
    });
    const base = (Type: unknown) => ({
      Parameters: { Size: { Type: "String" } },
      Resources: { Nat: { Type: "AWS::EC2::NatGateway" } },
      Outputs: { Type: { Value: Type } },
    });
    const files = [
      write("app.json", reader("shop-big-base")),
      write("base.json", base("t3.large")),
      write("big-base.json", base("t3.micro")),
    ];
    const { output, warnings } = run(...files);
    expect(warnings).toEqual([]);
    expect(output).toContain("t3.micro");
    // Where it is read from tells where it is: 730 h at 0.045 in N. Virginia, at 0.059 in Seoul.
    expect(output.match(/ (32\.85|43\.07)$/gm)?.sort()).toEqual([" 32.85", " 43.07"]);
    const open = write("big-base.json", base({ Ref: "Size" }));
    expect(run(files[0] as string, open).warnings).toEqual([
      "big-base has parameters without a value, on which prices depend: Size. Give --parameter Size=….",
    ]);
    expect(run(write("app.json", reader("shop-elsewhere")), open).warnings.join()).toContain(
      "comes from shop-elsewhere.Type, which is in none of the templates",
    );
  });

  it("refuses a nested stack that is passed what its template does not allow", () => {
    const main = write(
      "main.yaml",
      "Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: node.yaml, Parameters: {Size: xl}}}}",
    );
    const node = write(
      "node.yaml",
      "Parameters: {Size: {Type: String, AllowedValues: [s]}}\nResources: {R: {Type: AWS::IAM::Role}}",
    );
    expect(() => run(main, node)).toThrow(/The template of stack node cannot be priced: .*'Size'/);
  });

  describe("a nested template that is not given", () => {
    const master = (...urls: string[]) =>
      write("master.json", {
        Resources: Object.fromEntries(
          urls.map((TemplateURL, index) => [
            `N${index}`,
            { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL } },
          ]),
        ),
      });
    const DATA = "./data/template.yaml";
    const NETWORK = "https://s3.amazonaws.com/bucket/v1/network/template.yaml";

    it.each([
      ["data/template.yaml", [DATA, NETWORK], "N1"],
      ["data/template.yaml", [NETWORK], "N0"],
      ["template.yaml", [DATA], "N0"],
      ["template.yaml", [NETWORK, "https://s3.amazonaws.com/bucket/v1/data/template.yaml"], "N0, N1"],
    ])("is not replaced by %s of the same name", (file, urls, missing) => {
      const { warnings, output } = run(master(...urls), write(file, NAT), "--format", "json");
      expect(warnings).toContainEqual(
        expect.stringMatching(`^master has nested stacks that are not priced: ${missing}\\.`),
      );
      // A NAT gateway and its address, once.
      expect(Number(JSON.parse(output).totalMonthlyCost)).toBeLessThan(60);
    });

    it.each([
      ["template.yaml", NETWORK],
      ["network/template.yaml", NETWORK],
      ["network/template.json", "https://s3.amazonaws.com/bucket/v1/network/template.yaml?x=1"],
      ["data/template.yaml", "https://bucket.s3.amazonaws.com/template.yaml"],
    ])("is %s where nothing contradicts it", (file, url) => {
      const { warnings } = run(master(url), write(file, NAT));
      expect(warnings.join()).not.toContain("nested stacks");
    });
  });
});

import { describe, expect, it } from "vitest";
import { UsageError } from "../command-line";
import { estimateInFolder, NAT } from "../testing/estimate-in-folder";

const { folder, write, run } = estimateInFolder();

describe("npm run estimate", () => {
  it("prices a template and says what the total leaves out", () => {
    const { output, exitCode } = run(write("net.template.json", NAT));
    // 730 h of a NAT gateway in Seoul at 0.059, its address on top.
    expect(output).toContain("43.07");
    expect(output).toContain("give monthly_data_processed_gb");
    expect(output).toContain("Not modelled, not in the total: 1 x AWS::Nobody::Knows");
    expect(exitCode).toBe(0);
  });

  it.each(["table", "html"])("states currency, rounding and where the prices come from in a %s", (format) => {
    const { output } = run(write("net.json", NAT), "--format", format);
    expect(output).toContain("US dollars a month, rounded half up to the cent");
    // Once, though the gateway and its data have the same source.
    const [, sources = ""] = output.split(/Price sources/);
    expect(sources.match(/20\d\d-\d\d-\d\d: \S+/g)).toHaveLength(1);
  });

  it("takes usage figures with Infracost's keys, hours and parameters", () => {
    const usage = write(
      "usage.yml",
      "resource_usage:\n  Nat:\n    monthly_data_processed_gb: 100\n  Gone:\n    x: 1\n",
    );
    const { output, warnings } = run(
      write("net.json", NAT),
      "--usage",
      usage,
      "--hours",
      "365",
      "--format",
      "json",
    );
    const report = JSON.parse(output);
    const nat = report.projects[0].breakdown.resources.find((r: { name: string }) => r.name === "Nat");
    const [hours, data] = nat.costComponents;
    expect(hours).toMatchObject({ unit: "hours", monthlyQuantity: "365", monthlyCost: "21.535" });
    expect(data).toMatchObject({ unit: "GB", monthlyQuantity: "100", monthlyCost: "5.9", usageBased: true });
    expect(data.assumption).toBe("From usage.yml.");
    expect(warnings).toEqual(["The usage file names Gone, which no template has."]);
    expect(report.warnings).toEqual(warnings);
  });

  it("takes a sleep schedule: 12 hours on 5 days are 35.7 % of the hours", () => {
    const { output } = run(write("net.json", NAT), "--sleep", "12x5");
    // 43.07 x 60 / 168
    expect(output).toContain("15.38");
  });

  it("tells what changed since an older template, and since an older estimate", () => {
    const two = structuredClone(NAT) as { Resources: Record<string, object> };
    two.Resources.Nat2 = { ...NAT.Resources.Nat };
    const [before, after] = [write("old.json", NAT), write("new.json", two)];
    const byTemplate = run(after, "--compare", before).output;
    expect(byTemplate).toContain("new.Nat2: NAT gateway");
    expect(byTemplate).toContain("+43.07");
    const stored = write("new-estimate.json", run(write("new.json", NAT), "--format", "json").output);
    const byEstimate = run(write("new.json", two), "--compare", stored).output;
    expect(byEstimate).toBe(byTemplate);
    expect(run(before, "--compare", before).output).toContain("Nothing that costs changes.");
  });

  it("makes no saving of what has no price, in any format, and fails a pipeline on it", () => {
    const volume = (Size: unknown) => ({
      Parameters: { Size: { Type: "Number" } },
      Resources: { V: { Type: "AWS::EC2::Volume", Properties: { VolumeType: "gp3", Size } } },
    });
    const [known, open] = [write("known.json", volume(100)), write("open.json", volume({ Ref: "Size" }))];
    const args = [open, "--compare", known];
    const reason =
      "Not in the figure after: open.V: Storage (general purpose SSD, gp3) has no price, because";
    for (const format of ["table", "html"]) {
      const { output } = run(...args, "--format", format);
      if (format === "table") expect(output).toContain("Before: $9.12, after: at least $0.00, ");
      expect(output).toMatch(/[dD]ifference: not known, at most 9.12 USD a month less/);
      expect(output).toContain(reason);
      expect(output).not.toContain("-9.12");
    }
    const report = JSON.parse(run(...args, "--format", "json").output);
    expect(report).toMatchObject({
      diffTotalMonthlyCost: null,
      diffBound: "AT_LEAST",
      diffTotalMonthlyCostAtLeast: "-9.12",
      diffLeftOut: { before: [], after: [{ logicalId: "V" }] },
    });
    const [{ diff }] = report.projects;
    expect([diff.totalMonthlyCost, diff.resources[0].monthlyCost]).toEqual([null, null]);
    expect(run(...args).exitCode).toBe(0);
    // What is whole now was not before, so the difference is not whole either.
    const back = run(known, "--compare", open, "--fail-on-unpriced");
    expect(back.exitCode).toBe(2);
    expect(back.warnings).toEqual(["The difference is not whole: at most +9.12 USD a month."]);
    expect(run(known, "--compare", known, "--fail-on-unpriced").exitCode).toBe(0);
  });

  it("fails a pipeline on a limit and on what has no price", () => {
    const file = write("net.json", NAT);
    expect(run(file, "--fail-over", "10")).toMatchObject({ exitCode: 2 });
    expect(run(file, "--fail-over", "5000")).toMatchObject({ exitCode: 0 });
    expect(run(file, "--fail-on-unpriced").warnings[0]).toMatch(/1 types have no model, 0 other/);
  });

  it("names what a price depends on and no template holds, and fails a pipeline on it", () => {
    const open = write("open.json", {
      Parameters: { Size: { Type: "Number" } },
      Resources: {
        Maker: { Type: "Custom::Maker", Properties: { ServiceToken: "x" } },
        Vpc: { Type: "AWS::EC2::VPC" },
        ByParameter: { Type: "AWS::EC2::Volume", Properties: { VolumeType: "gp3", Size: { Ref: "Size" } } },
        ByExport: {
          Type: "AWS::EC2::Volume",
          Properties: { VolumeType: "gp3", Size: { "Fn::ImportValue": "size" } },
        },
        ByMaker: {
          Type: "AWS::EC2::Volume",
          Properties: { VolumeType: "gp3", Size: { "Fn::GetAtt": ["Maker", "Size"] } },
        },
      },
    });
    const { warnings, exitCode } = run(open, "--fail-on-unpriced");
    expect(warnings).toEqual([
      "open has parameters without a value, on which prices depend: Size. Give --parameter Size=….",
      expect.stringMatching(/^open\.ByExport\.Size comes from size, which is in none of the templates/),
      expect.stringMatching(/^open\.ByMaker\.Size comes from Maker\.Size, /),
      "The total is not whole: 3 components have no price, 1 types have no model, 3 other things are missing.",
    ]);
    expect(exitCode).toBe(2);
    expect(run(open).exitCode).toBe(0);
    expect(run(open).output).toMatch(/Storage .*unpriced +Size \(Size\) is not known/);
    expect(JSON.parse(run(open, "--format", "json").output)).toMatchObject({ unpricedComponents: 3 });
    expect(run(open, "--format", "html").output).toContain("Size (Maker.Size) is not known");
    const exporter = write("exporter.json", {
      Resources: { Role: { Type: "AWS::IAM::Role" } },
      Outputs: { Size: { Value: 80, Export: { Name: "size" } } },
    });
    expect(run(open, exporter).warnings.join()).not.toContain("ByExport");
  });

  it("writes a page that shows names as text", () => {
    const odd = { Resources: { Nat: { Type: "AWS::EC2::NatGateway" } } };
    const html = run(write("a<b>.json", odd), "--format", "html").output;
    expect(html).toContain("a&lt;b&gt;");
    expect(html).not.toContain("a<b>");
  });

  it.each([
    [["nowhere.json"], /There is no file nowhere.json/],
    [[], /Name at least one template/],
    [["x.json", "--format", "pdf"], /"pdf" is no format/],
    [["x.json", "--hours", "800"], /--hours takes 0 to 730/],
    [["x.json", "--sleep", "12x8"], /--sleep takes hours and days a week that it exists, such as 12x5/],
    [["x.json", "--sleep", "nights"], /"nights" is no schedule/],
    [["x.json", "--sleep", "12x5", "--hours", "260"], /give one of them/],
    [["x.json", "--parameter", "Size"], /--parameter Name=Value/],
    [["x.json", "--fail-over", "much"], /--fail-over takes US dollars/],
    [["x.json", "--region", "mars-1"], /mars-1/],
    [["x.json", "--surprise"], /surprise/],
  ])("says what is wrong with %j", (args, message) => {
    expect(() => run(...args)).toThrow(
      expect.toSatisfy((e: Error) => e instanceof UsageError && message.test(e.message)),
    );
  });

  it("says which usage figures change nothing", () => {
    const usage = write(
      "usage.yml",
      `resource_usage:
  Nat: {monthly_data_processed: 100, operating_system: windows}
resource_type_default_usage:
  AWS::EC2::Instance: {monthly_hrs: 10}
`,
    );
    const { warnings } = run(write("net.json", NAT), "--usage", usage);
    expect(warnings).toEqual([
      "The usage file names AWS::EC2::Instance, which no template has.",
      "The usage file's Nat.monthly_data_processed changes nothing: AWS::EC2::NatGateway asks for monthly_data_processed_gb.",
      "The usage file's Nat.operating_system.windows changes nothing: AWS::EC2::NatGateway asks for monthly_data_processed_gb.",
    ]);
  });

  it.each([
    ["resource_usage:\n  Nat: {monthly_data_processed_gb: -1}", /-1 \/ -1 \/ -1\. Give low/],
    ["resource_usage:\n  Nat: {monthly_data_processed_gb: .inf}", /is Infinity/],
    ["resource_usage:\n  Nat: {monthly_data_processed_gb: [1]}", /\[1\] is no figure/],
    ["resource_usage:\n  Nat: {monthly_data_processed_gb: true}", /true is no figure/],
    [
      "resource_usage:\n  Nat: {monthly_data_processed_gb: many}",
      /Nat\.monthly_data_processed_gb: "many" is no number/,
    ],
    ["resource_usage:\n  Nat: 12", /resource_usage\.Nat/],
    ["resource_usage: [1]", /resource_usage/],
    ["just words", /the file/],
    ["a: [", /usage\.yml/],
  ])("refuses the usage file %j", (content, message) => {
    const usage = write("usage.yml", content);
    expect(() => run(write("net.json", NAT), "--usage", usage)).toThrow(
      expect.toSatisfy((e: Error) => message.test(e.message)),
    );
  });

  it("says when a JSON template names something twice", () => {
    const twice =
      '{"Resources":{"Q":{"Type":"AWS::SQS::Queue"},"Q":{"Type":"AWS::SQS::Queue","Properties":{"Tags":[{"a":1},{"a":2}],"N":"{\\"a:","N":1}}}}';
    expect(run(write("twice.json", twice)).warnings.map((line) => line.replace(/.*twice.json/, ""))).toEqual([
      " has Resources.Q twice: the last one counts.",
      " has Resources.Q.Properties.N twice: the last one counts.",
    ]);
  });

  it("names the values that a parameter allows", () => {
    const sized = write(
      "sized.yaml",
      "Parameters: {Size: {Type: String, AllowedValues: [s, l]}}\nResources: {R: {Type: AWS::IAM::Role}}",
    );
    expect(() => run(sized, "--parameter", "Size=xl")).toThrow(
      "--parameter Size=xl is not allowed: choose one of s, l.",
    );
    expect(run(sized, "--parameter", "Size=l").exitCode).toBe(0);
  });

  it("refuses folders and estimates that cannot be compared with", () => {
    const file = write("net.json", NAT);
    expect(() => run(folder.path)).toThrow(/is a folder: name the files in it/);
    const foreign = write("infracost.json", { version: "0.2", projects: [] });
    expect(() => run(file, "--compare", foreign)).toThrow(/is an estimate without what a comparison needs/);
    expect(() => run(file, "--compare", "gone.json")).toThrow(/There is no file gone.json/);
  });

  it("names the template that cannot be read", () => {
    expect(() => run(write("odd.yaml", "Resources: {Q: }"))).toThrow(
      /odd\.yaml cannot be read .*\[\/Resources\/Q\]/,
    );
    expect(() => run(write("odd.yaml", "Conditions: {C: x}\nResources: {Q: {Type: T}}"))).toThrow(
      /odd\.yaml cannot be read/,
    );
    expect(() => run(write("bad.json", "{"))).toThrow(/bad\.json cannot be read/);
    expect(() => run(write("empty.json", {}))).toThrow(/empty\.json cannot be read/);
    expect(() => run(write("list.json", "[1]"))).toThrow(/list\.json cannot be read/);
  });
});

import { describe, expect, it } from "vitest";
import { estimateTemplates } from "../estimate-templates";

function hoursOf(path: string, how: "reference" | "parameter") {
  const Parameters = { Image: { Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: path } };
  const ImageId = how === "parameter" ? { Ref: "Image" } : `{{resolve:ssm:${path}}}`;
  const Resources = { I: { Type: "AWS::EC2::Instance", Properties: { InstanceType: "t3.medium", ImageId } } };
  const template = { ...(how === "parameter" && { Parameters }), Resources };
  const estimate = estimateTemplates({
    stacks: [{ key: "s", region: "us-east-1", template }],
    now: new Date("2026-11-01T00:00:00Z"),
  });
  const [hours] = estimate.resources[0]?.components ?? [];
  return { name: hours?.name, price: hours?.unitPriceUsd, unpriced: estimate.unpricedComponentCount };
}

describe("the system of a public image", () => {
  it.each([
    ["/aws/service/ami-rhel-latest/rhel-9-x86_64", "RHEL"],
    ["/aws/service/suse/sles/15-sp5/x86_64/latest", "SUSE"],
    [
      "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-SQL_2022_Standard",
      "Windows with SQL Server",
    ],
  ])("%s is not priced as one without its licence", (path, system) => {
    for (const how of ["reference", "parameter"] as const) {
      expect(hoursOf(path, how)).toEqual({
        name: `Instance usage (${system}, on-demand, t3.medium)`,
        price: null,
        unpriced: 1,
      });
    }
  });

  it.each([
    ["/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base", "Windows"],
    ["/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-SQL_2022_Express", "Windows"],
    ["/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64", "Linux/UNIX"],
  ])("%s is priced", (path, system) => {
    for (const how of ["reference", "parameter"] as const) {
      const { name, price, unpriced } = hoursOf(path, how);
      expect([name, unpriced]).toEqual([`Instance usage (${system}, on-demand, t3.medium)`, 0]);
      expect(price).not.toBeNull();
    }
  });
});

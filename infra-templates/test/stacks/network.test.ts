import { beforeAll, describe, expect, it } from "vitest";
import { getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { contextOf, resourcesOf } from "../contexts";

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

describe("the network", () => {
  it("has no way from the db tier to the internet", () => {
    const spec = getBlueprint("ticketing").presets[0]?.spec;
    const network = resourcesOf(synthesizeApp("ticketing", spec, contextOf("dev"))[0]!);
    const routes = Object.values(network).filter((resource) => resource.Type === "AWS::EC2::Route");
    expect(routes.length).toBeGreaterThan(0);
    expect(JSON.stringify(routes)).not.toContain("DbRouteTable");
    const dbRoutes = Object.entries(network).filter(([logicalId]) => /^DbSubnet\dRoutes$/.test(logicalId));
    expect(dbRoutes).toHaveLength(2);
    for (const [, { Properties }] of dbRoutes)
      expect(Properties?.RouteTableId).toEqual({ Ref: "DbRouteTable" });
  });
});

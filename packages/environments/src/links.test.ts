import { DASHBOARDS, getBlueprint } from "@greenroom/infra-templates/catalog";
import { describe, expect, it } from "vitest";
import { dashboardLinks } from "./dashboard-links";
import { environmentLinks, stackConsoleUrl } from "./links";

const specOf = (blueprint: string, preset: string) =>
  getBlueprint(blueprint).presets.find(({ key }) => key === preset)?.spec;
const environment = {
  name: "spring-sale",
  region: "ap-northeast-2",
  blueprint: "ticketing",
  spec: specOf("ticketing", "prod"),
  grafanaUrl: "https://grafana.example.com/team",
};

describe("links to dashboards", () => {
  it("lead to the dashboard that shows each stack, with environment, region and time filled in", () => {
    const links = dashboardLinks(environment);
    const uids = new Set(Object.values(DASHBOARDS).map(({ uid }) => uid as string));
    expect(links.length).toBeGreaterThan(5);
    for (const { url } of links) {
      const { origin, pathname, searchParams } = new URL(url ?? "");
      expect(origin).toBe("https://grafana.example.com");
      expect(uids).toContain(pathname.replace("/team/d/", ""));
      expect(Object.fromEntries(searchParams)).toEqual({
        "var-environment": "spring-sale",
        "var-region": "ap-northeast-2",
        "var-prometheus": "spring-sale",
        from: "now-3h",
        to: "now",
      });
    }
    const byStack = Object.fromEntries(links.map(({ stack, title }) => [stack, title.en]));
    expect(byStack).toMatchObject({ cluster: "EKS cluster", cache: "Redis", edge: "Application" });
    expect(byStack).toMatchObject({ events: "Business", data: "Application" });
  });

  it("show the time of a run: until now while it goes on, then until a little after its end", () => {
    const startedAt = new Date("2026-11-20T10:00:00Z");
    const timeOf = (finishedAt: Date | null) => {
      const [link] = dashboardLinks(environment, { startedAt, finishedAt });
      const { searchParams } = new URL(link?.url ?? "");
      return [Number(searchParams.get("from")) - startedAt.getTime(), searchParams.get("to")];
    };
    expect(timeOf(null)).toEqual([-600_000, "now"]);
    expect(timeOf(startedAt)).toEqual([-600_000, String(startedAt.getTime() + 600_000)]);
  });

  it("lead nowhere while the account has no Grafana, and are of what the environment has", () => {
    for (const { url } of dashboardLinks({ ...environment, grafanaUrl: null })) expect(url).toBeNull();
    const stacksOf = (blueprint: string, preset: string) =>
      dashboardLinks({ ...environment, blueprint, spec: specOf(blueprint, preset) }).map(
        ({ stack }) => stack,
      );
    expect(stacksOf("cache-lab", "burstable")).toEqual(["cache"]);
    expect(stacksOf("static-site", "dev")).toEqual([]);
    // Nodes are seen by the agents of observability, which this size has not.
    expect(stacksOf("ticketing", "dev")).not.toContain("cluster");
    expect(dashboardLinks({ ...environment, spec: { none: true } })).toEqual([]);
    expect(dashboardLinks({ ...environment, blueprint: "gone" })).toEqual([]);
  });
});

describe("links to the AWS console", () => {
  const stack = (outputs: Record<string, string>, consoleUrl: string | null = "https://console") => ({
    key: "any",
    stackName: "greenroom-spring-sale-any",
    stackId: "arn",
    region: "us-east-1",
    resourceCount: 1,
    outputs,
    deployedAt: null,
    consoleUrl,
  });
  const outputs = {
    ApplicationLogGroupName: "/greenroom/spring-sale/application",
    ClusterName: "spring-sale",
    ReplicationGroupId: "spa1b2c3",
    TicketsTableName: "spring-sale-ticket-tickets",
    TicketsTableArn: "arn:aws:dynamodb:us-east-1:111122223333:table/x",
    SiteUrl: "https://tickets.example",
  };

  it("lead to the stack, and to what of it has a page", () => {
    const url = "https://us-east-1.console.aws.amazon.com";
    expect(environmentLinks([stack(outputs)]).map((link) => [link.kind, link.url])).toEqual([
      ["OUTPUT", "https://tickets.example"],
      ["STACK", "https://console"],
      [
        "LOGS",
        `${url}/cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/$252Fgreenroom$252Fspring-sale$252Fapplication`,
      ],
      ["CLUSTER", `${url}/eks/home?region=us-east-1#/clusters/spring-sale`],
      ["CACHE", `${url}/elasticache/home?region=us-east-1#/redis/spa1b2c3`],
      ["TABLE", `${url}/dynamodbv2/home?region=us-east-1#table?name=spring-sale-ticket-tickets`],
    ]);
  });

  it("are none where there is no console", () => {
    expect(environmentLinks([stack(outputs, null)]).map(({ kind }) => kind)).toEqual(["OUTPUT"]);
  });

  it.each([
    ["ap-northeast-2", "ap-northeast-2.console.aws.amazon.com"],
    ["cn-north-1", "cn-north-1.console.amazonaws.cn"],
    ["us-gov-west-1", "us-gov-west-1.console.amazonaws-us-gov.com"],
  ])("are of the partition of %s", (region, host) => {
    expect(new URL(stackConsoleUrl(region, "arn:x")).host).toBe(host);
  });
});

import type { ArchitectureStack, ArchitectureView } from "@greenroom/provisioning/schema";
import { describe, expect, it } from "vitest";
import { resourcesDiagram, stacksDiagram } from "./diagram";
import { layoutOf, NODE_WIDTH, nodeTowards, type PlacedNode } from "./layout";

const HOME = "ap-northeast-2";
const TYPES = ["EC2::Subnet", "IAM::Role", "SQS::Queue", "DynamoDB::Table", "Logs::LogGroup", "KMS::Key"];

function stack(key: string, region = HOME, reads: Record<string, string[]> = {}): ArchitectureStack {
  const groups = TYPES.flatMap((type, index): ArchitectureStack["groups"] => [
    {
      type: `AWS::${type}`,
      members: Array.from({ length: index + 1 }, (_, member) => `${key}${index}x${member}`),
      needs: index > 0 ? [{ group: index - 1, via: ["Arn"] }] : [],
      reads: index > 0 ? [] : Object.entries(reads).map(([source, outputs]) => ({ source, outputs })),
    },
    { type: `AWS::${type}`, members: [`${key}${index}`], needs: [], reads: [] },
  ]).map((group, index) => ({
    ...group,
    needs: index < 2 ? [] : group.needs.map((need) => ({ ...need, group: index - 2 })),
  }));
  const costs = { monthlyUsd: "0", resources: {}, unpriced: [] };
  return { key, stackName: `demo-${key}`, region, title: null, groups, costs, plannedCount: null };
}

/** As many stacks, regions, resources and connections as the platform has with every option on. */
function fullPlatform(): ArchitectureView {
  const network = { network: ["VpcId", "AppSubnetIds", "DbSubnetIds"] };
  const stacks = [
    stack("network"),
    ...["cluster", "cache", "database", "endpoints", "bastion"].map((key) => stack(key, HOME, network)),
    stack("certificate", "us-east-1"),
    stack("firewall", "us-east-1"),
    stack("edge", HOME, { ...network, certificate: ["Arn"], firewall: ["WebAclArn"] }),
    stack("data"),
    stack("replica-tokyo", "ap-northeast-1", { data: ["KeyArn"] }),
    stack("replica-singapore", "ap-southeast-1", { data: ["KeyArn"] }),
    stack("events", HOME, { data: ["TicketsTable"] }),
    stack("registry"),
    stack("observability", HOME, {
      cluster: ["Name"],
      cache: ["Id"],
      data: ["Tables"],
      events: ["Queues"],
      edge: ["Alb"],
    }),
    stack("governance", HOME, { data: ["Tables"], database: ["Arn"] }),
  ];
  const links = stacks.flatMap(({ key, groups }) =>
    groups.flatMap(({ reads }) => reads.map(({ source, outputs }) => ({ reader: key, source, outputs }))),
  );
  return { homeRegion: HOME, stacks, links };
}

const overlaps = (a: PlacedNode, b: PlacedNode) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe("the full platform's diagram", () => {
  const view = fullPlatform();
  const layout = layoutOf(stacksDiagram(view), HOME);

  it("has a place for every stack, none on another, every connection drawn", () => {
    expect(
      view.stacks.flatMap(({ groups }) => groups.flatMap(({ members }) => members)).length,
    ).toBeGreaterThan(400);
    expect(layout.nodes).toHaveLength(16);
    for (const [index, one] of layout.nodes.entries()) {
      for (const other of layout.nodes.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
    }
    expect(layout.edges).toHaveLength(view.links.length);
    for (const { points } of layout.edges) expect(points.length).toBeGreaterThan(1);
  });

  it("is narrow enough to be read at a glance: text at no less than 9 pixels in a window of 1280", () => {
    const room = 1280 - 208 - 2 * 32;
    expect(Math.min(1, room / layout.width) * 13).toBeGreaterThanOrEqual(9);
  });

  it("sets other regions apart, the home region first, and keeps everything within its region", () => {
    expect(layout.regions.map(({ region }) => region)).toEqual([
      HOME,
      "us-east-1",
      "ap-northeast-1",
      "ap-southeast-1",
    ]);
    for (const { node, x, y, width, height } of layout.nodes) {
      if (node.kind !== "stack") continue;
      const frame = layout.regions.find(({ region }) => region === node.stack.region);
      expect(frame && x >= frame.x && y >= frame.y).toBe(true);
      expect(frame && x + width <= frame.x + frame.width && y + height <= frame.y + frame.height).toBe(true);
    }
  });

  it("puts everything to the right of what it reads", () => {
    const placeOf = (id: string) => layout.nodes.find(({ node }) => node.id === id);
    for (const { reader, source } of view.links) {
      const [from, to] = [placeOf(source), placeOf(reader)];
      const isWithinRegion =
        view.stacks.find(({ key }) => key === source)?.region ===
        view.stacks.find(({ key }) => key === reader)?.region;
      if (isWithinRegion) expect(to?.x).toBeGreaterThan(from?.x ?? Number.POSITIVE_INFINITY);
    }
  });

  it("is placed the same way every time", () => {
    expect(layoutOf(stacksDiagram(fullPlatform()), HOME)).toEqual(layout);
  });

  it("is walked along its connections, and up and down its columns", () => {
    const right = nodeTowards(layout, "network", "right");
    expect(view.links).toContainEqual(expect.objectContaining({ source: "network", reader: right }));
    expect(nodeTowards(layout, right ?? "", "left")).toBe("network");
    expect(nodeTowards(layout, "network", "left")).toBeNull();
    const column = layout.nodes.filter(({ x }) => x === layout.nodes[0]?.x).map(({ node }) => node.id);
    for (const [index, id] of column.entries()) {
      expect(nodeTowards(layout, id, "down")).toBe(column[index + 1] ?? nodeTowards(layout, id, "down"));
    }
  });

  it("leads up and down to what is nearest, also when it stands in no column", () => {
    const at = (id: string, x: number, y: number, region = HOME): PlacedNode => ({
      x,
      y,
      width: NODE_WIDTH,
      height: 100,
      node: { id, kind: "stack", stack: stack(id, region) },
    });
    const nodes = [
      at("cluster", 300, 400),
      at("bastion", 190, 510),
      at("replica", 310, 1100, "ap-northeast-1"),
      at("far", 900, 505),
    ];
    const placed = { ...layout, nodes, edges: [] };
    expect(nodeTowards(placed, "cluster", "down")).toBe("bastion");
    expect(nodeTowards(placed, "bastion", "up")).toBe("cluster");
    expect(nodeTowards(placed, "bastion", "down")).toBe("replica");
    expect(nodeTowards(placed, "replica", "down")).toBeNull();
  });

  it("puts other regions where the room there is shows them larger", () => {
    const placeOf = (width: number, height: number) =>
      layoutOf(stacksDiagram(view), HOME, { width, height }).regions.find(
        (one) => one.region === "us-east-1",
      );
    expect(placeOf(3000, 800)).toMatchObject({ y: 0 });
    expect(placeOf(800, 3000)).toMatchObject({ x: 0 });
  });
});

describe("a stack from inside", () => {
  const view = fullPlatform();
  const diagram = resourcesDiagram(view, "edge");
  const layout = layoutOf(diagram, HOME);

  it("shows its groups, and the stacks it reads from at its edge", () => {
    const neighbours = diagram.nodes.filter(({ kind }) => kind === "neighbour").map(({ stack }) => stack.key);
    expect(neighbours).toEqual(["network", "certificate", "firewall"]);
    expect(diagram.nodes.filter(({ kind }) => kind === "group")).toHaveLength(12);
    expect(diagram.edges).toContainEqual({
      from: "stack network",
      to: "group 0",
      reads: ["VpcId", "AppSubnetIds", "DbSubnetIds"],
    });
  });

  it("draws no region around a part of a stack", () => {
    expect(layout.regions).toEqual([]);
    expect(Math.min(...layout.nodes.map(({ width }) => width))).toBe(NODE_WIDTH);
  });

  it("is empty for a stack that is not there", () => {
    expect(resourcesDiagram(view, "nothing")).toEqual({ nodes: [], edges: [] });
  });
});

describe("an order that others imply", () => {
  const link = (source: string, reader: string, outputs: string[] = []) => ({ source, reader, outputs });
  const edgesOf = (links: ArchitectureView["links"]) =>
    stacksDiagram({ homeRegion: HOME, stacks: [], links }).edges.map(({ from, to }) => `${from}>${to}`);

  it("is left out, but never what is read", () => {
    expect(edgesOf([link("a", "b"), link("b", "c"), link("a", "c")])).toEqual(["a>b", "b>c"]);
    expect(edgesOf([link("a", "b"), link("b", "c"), link("a", "c", ["Id"])])).toEqual(["a>b", "b>c", "a>c"]);
  });

  it("does not go round in a circle", () => {
    expect(edgesOf([link("a", "b", ["X"]), link("b", "a", ["Y"])])).toEqual(["a>b", "b>a"]);
  });
});

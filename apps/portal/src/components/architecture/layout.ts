import { layout as arrange, Graph } from "@dagrejs/dagre";
import type { Diagram, DiagramEdge, DiagramNode } from "./diagram";
import { countKinds } from "./resource-kinds";

export const NODE_WIDTH = 224;
/** How many kinds a stack names, and how many logical ids a group; the rest is a number. */
export const LINES_SHOWN = 3;
const PADDING = 20;
const LINE = 20;
const BETWEEN_NODES = 20;
const BETWEEN_RANKS = 72;
const BETWEEN_REGIONS = 32;
const REGION_PADDING = 16;
const REGION_TITLE = 32;

export interface Point {
  x: number;
  y: number;
}
export interface PlacedNode extends Point {
  node: DiagramNode;
  width: number;
  height: number;
}
export interface PlacedEdge {
  edge: DiagramEdge;
  points: Point[];
}
export interface PlacedRegion extends Point {
  region: string;
  width: number;
  height: number;
}
export interface Layout {
  /** In reading order: region by region, column by column, from the top. */
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  /** Empty when everything is in one region. */
  regions: PlacedRegion[];
  width: number;
  height: number;
}

/** How tall a node is: a title, its lines, and a foot for state and price. */
export function heightOf(node: DiagramNode): number {
  if (node.kind === "neighbour") return PADDING + 2 * LINE;
  const lines = node.kind === "stack" ? countKinds(node.stack.groups).length : node.group.members.length;
  const shown = Math.min(lines, LINES_SHOWN) + (lines > LINES_SHOWN ? 1 : 0);
  return PADDING + LINE * (2 + shown) + 8;
}

/**
 * Places a diagram from left to right, so that everything stands to the right of what it needs; the stacks of other regions are set
 * apart below those of the home region. The same diagram is always placed the same way.
 */
export function layoutOf(diagram: Diagram, homeRegion: string): Layout {
  const regionOf = (node: DiagramNode) => (node.kind === "stack" ? node.stack.region : homeRegion);
  const regions = [...new Set([homeRegion, ...diagram.nodes.map(regionOf)])];
  const used = regions.filter((region) => diagram.nodes.some((node) => regionOf(node) === region));
  const parts = used.map((region) => {
    const nodes = diagram.nodes.filter((node) => regionOf(node) === region);
    const ids = new Set(nodes.map(({ id }) => id));
    return {
      region,
      ...arrangePart(
        nodes,
        diagram.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)),
      ),
    };
  });
  const isApart = parts.length > 1;
  const frame = isApart ? REGION_PADDING : 0;
  const top = isApart ? REGION_TITLE : 0;
  const result: Layout = { nodes: [], edges: [], regions: [], width: 0, height: 0 };
  const rowWidth = Math.max(...parts.map((part) => part.width)) + 2 * frame;
  let [x, y, rowHeight] = [0, 0, 0];
  for (const part of parts) {
    const size = { width: part.width + 2 * frame, height: part.height + frame + top + (isApart ? 0 : frame) };
    if (x > 0 && x + size.width > rowWidth) [x, y, rowHeight] = [0, y + rowHeight + BETWEEN_REGIONS, 0];
    if (isApart) result.regions.push({ region: part.region, x, y, ...size });
    const [dx, dy] = [x + frame, y + top];
    result.nodes.push(...part.nodes.map((node) => ({ ...node, x: node.x + dx, y: node.y + dy })));
    result.edges.push(
      ...part.edges.map((edge) => ({
        ...edge,
        points: edge.points.map((at) => ({ x: at.x + dx, y: at.y + dy })),
      })),
    );
    result.width = Math.max(result.width, x + size.width);
    result.height = Math.max(result.height, y + size.height);
    rowHeight = Math.max(rowHeight, size.height);
    x += size.width + BETWEEN_REGIONS;
  }
  const placed = new Set(result.edges.map(({ edge }) => edge));
  result.edges.push(
    ...diagram.edges.filter((edge) => !placed.has(edge)).flatMap((edge) => across(edge, result.nodes)),
  );
  return result;
}

/** Nodes of one region by dagre; what is connected with nothing here goes into columns of its own at the end. */
function arrangePart(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]) {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", nodesep: BETWEEN_NODES, ranksep: BETWEEN_RANKS });
  for (const node of nodes) graph.setNode(node.id, { width: NODE_WIDTH, height: heightOf(node) });
  for (const edge of edges) graph.setEdge(edge.from, edge.to, {});
  arrange(graph);
  const placed = nodes.map((node): PlacedNode => {
    const { x, y, width, height } = graph.node(node.id) as {
      x: number;
      y: number;
      width: number;
      height: number;
    };
    return { node, x: x - width / 2, y: y - height / 2, width, height };
  });
  const [left, top] = [Math.min(...placed.map(({ x }) => x)), Math.min(...placed.map(({ y }) => y))];
  return {
    nodes: placed
      .map((one) => ({ ...one, x: one.x - left, y: one.y - top }))
      .sort((a, b) => a.x - b.x || a.y - b.y),
    edges: edges.map((edge): PlacedEdge => {
      const { points = [] } = graph.edge(edge.from, edge.to) as { points?: Point[] };
      return { edge, points: points.map((at) => ({ x: at.x - left, y: at.y - top })) };
    }),
    width: Math.max(...placed.map(({ x, width }) => x - left + width)),
    height: Math.max(...placed.map(({ y, height }) => y - top + height)),
  };
}

/** An edge between regions: from the side of one node to the side of the other. */
function across(edge: DiagramEdge, nodes: readonly PlacedNode[]): PlacedEdge[] {
  const from = nodes.find(({ node }) => node.id === edge.from);
  const to = nodes.find(({ node }) => node.id === edge.to);
  if (!from || !to) return [];
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  const middle = (start.x + end.x) / 2;
  return [{ edge, points: [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end] }];
}

export type Direction = "left" | "right" | "up" | "down";

/**
 * Where an arrow key leads from a node: left and right along a connection (the nearest one when there are several), up and down to the
 * neighbour in the same column.
 */
export function nodeTowards(layout: Layout, id: string, direction: Direction): string | null {
  const here = layout.nodes.find(({ node }) => node.id === id);
  if (!here) return null;
  const isSideways = direction === "left" || direction === "right";
  const near = isSideways
    ? layout.edges.flatMap(({ edge }) => {
        if (direction === "right") return edge.from === id ? [edge.to] : [];
        return edge.to === id ? [edge.from] : [];
      })
    : layout.nodes
        .filter(
          (one) =>
            Math.abs(one.x - here.x) < NODE_WIDTH / 2 &&
            (direction === "up" ? one.y < here.y : one.y > here.y),
        )
        .map(({ node }) => node.id);
  const distance = (one: string) => {
    const there = layout.nodes.find(({ node }) => node.id === one);
    return there ? Math.hypot(there.x - here.x, there.y - here.y) : Number.POSITIVE_INFINITY;
  };
  return near.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

import { layout as arrange, Graph } from "@dagrejs/dagre";
import { type Diagram, type DiagramEdge, type DiagramNode, pricedMembers } from "./diagram";

export const NODE_WIDTH = 212;
/** How many logical ids a group names; the rest is a number. */
export const IDS_SHOWN = 2;
const PADDING = 18;
const LINE = 20;
const FOOT = 8;
const BETWEEN_NODES = 16;
const BETWEEN_RANKS = 48;
/** Space between columns for what is read, where so few connections are drawn that all of them can say it. */
const NAMES_WIDTH = 152;
const ALWAYS_NAMED = 8;
const BETWEEN_REGIONS = 32;
const REGION_PADDING = 16;
const REGION_TITLE = 32;
/** What a page commonly has room for. */
const DEFAULT_SIZE: Size = { width: 980, height: 860 };

export interface Size {
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}
export interface PlacedNode extends Point {
  node: DiagramNode;
  width: number;
  height: number;
}
interface PlacedEdge {
  edge: DiagramEdge;
  points: Point[];
}
interface PlacedRegion extends Point {
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

/**
 * How tall a node is: a title, two lines of kinds or some ids, and a foot for state and price, of two lines
 * where a group has both.
 */
function heightOf(node: DiagramNode): number {
  if (node.kind === "neighbour") return PADDING + 2 * LINE;
  if (node.kind === "stack") return PADDING + 4 * LINE + FOOT;
  const ids = node.group.members.length;
  const { costs, unpricedCount } = pricedMembers(node);
  const priceLine = costs.length > 0 || unpricedCount > 0 ? 1 : 0;
  const lines = Math.min(ids, IDS_SHOWN) + (ids > IDS_SHOWN ? 1 : 0) + priceLine;
  return PADDING + (2 + lines) * LINE + FOOT;
}

/**
 * Places a diagram from left to right, so that everything stands to the right of what it needs; the stacks of
 * other regions are set apart from those of the home region. The same diagram is always placed the same way
 * in the same room.
 */
export function layoutOf(diagram: Diagram, homeRegion: string, room = DEFAULT_SIZE): Layout {
  const regionOf = (node: DiagramNode) => (node.kind === "stack" ? node.stack.region : homeRegion);
  const regions = [...new Set([homeRegion, ...diagram.nodes.map(regionOf)])];
  const parts = regions.flatMap((region): RegionPart[] => {
    const nodes = diagram.nodes.filter((node) => regionOf(node) === region);
    const ids = new Set(nodes.map(({ id }) => id));
    const edges = diagram.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
    return nodes.length > 0 ? [{ region, ...arrangePart(nodes, edges) }] : [];
  });
  const [first] = parts;
  if (!first) return { nodes: [], edges: [], regions: [], width: 0, height: 0 };
  const result = parts.length === 1 ? { ...first, regions: [] } : inFrames(parts, room);
  const placed = new Set(result.edges.map(({ edge }) => edge));
  const others = diagram.edges.filter((edge) => !placed.has(edge));
  return { ...result, edges: [...result.edges, ...others.flatMap((edge) => across(edge, result.nodes))] };
}

type Part = Omit<Layout, "regions">;
type RegionPart = Part & { region: string };

/**
 * Each region in a frame, the home region first: the others stand beside it or below it, whichever can be
 * shown larger.
 */
function inFrames(parts: readonly RegionPart[], room: Size): Layout {
  const scale = ({ width, height }: Layout) => Math.min(room.width / width, room.height / height);
  const [beside, below] = [framed(parts, "beside"), framed(parts, "below")];
  return scale(beside) >= scale(below) ? beside : below;
}

function framed(parts: readonly RegionPart[], place: "beside" | "below"): Layout {
  const result: Layout = { nodes: [], edges: [], regions: [], width: 0, height: 0 };
  let [x, y, thickness] = [0, 0, 0];
  for (const [index, part] of parts.entries()) {
    const width = part.width + 2 * REGION_PADDING;
    const height = part.height + REGION_TITLE + REGION_PADDING;
    // A column as tall as what is there already, or a row as wide.
    const isFull =
      index === 1 || (place === "beside" ? y + height > result.height : x + width > result.width);
    if (isFull) [x, y, thickness] = place === "beside" ? [x + thickness, 0, 0] : [0, y + thickness, 0];
    result.regions.push({ region: part.region, x, y, width, height });
    const [dx, dy] = [x + REGION_PADDING, y + REGION_TITLE];
    const shift = (at: Point) => ({ x: at.x + dx, y: at.y + dy });
    result.nodes.push(...part.nodes.map((node) => ({ ...node, ...shift(node) })));
    result.edges.push(...part.edges.map(({ edge, points }) => ({ edge, points: points.map(shift) })));
    result.width = Math.max(result.width, x + width);
    result.height = Math.max(result.height, y + height);
    if (place === "beside") y += height + BETWEEN_REGIONS;
    else x += width + BETWEEN_REGIONS;
    thickness = Math.max(thickness, (place === "beside" ? width : height) + BETWEEN_REGIONS);
  }
  return result;
}

/** Whether every connection says what is read without being asked. */
export const isNamed = ({ edges }: { edges: readonly unknown[] }): boolean => edges.length <= ALWAYS_NAMED;

/**
 * Nodes of one region by dagre; what is connected with nothing here goes into columns of its own at the end.
 */
function arrangePart(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): Part {
  const graph = new Graph();
  const ranksep =
    isNamed({ edges }) && edges.some(({ reads }) => reads.length > 0) ? NAMES_WIDTH : BETWEEN_RANKS;
  graph.setGraph({ rankdir: "LR", nodesep: BETWEEN_NODES, ranksep });
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
      const through = columnsPassed(points).flatMap(({ x, y }) => [
        { x: x - NODE_WIDTH / 2, y },
        { x: x + NODE_WIDTH / 2, y },
      ]);
      const whole = [sideOf(graph.node(edge.from), 1), ...through, sideOf(graph.node(edge.to), -1)];
      return { edge, points: whole.map((at) => ({ x: at.x - left, y: at.y - top })) };
    }),
    width: Math.max(...placed.map(({ x, width }) => x - left + width)),
    height: Math.max(...placed.map(({ y, height }) => y - top + height)),
  };
}

/**
 * Where a line passes a column of nodes that lies between its ends. Dagre gives a point in every gap and in
 * every column, the ends on the borders of the nodes among them; a line that runs from side to side needs
 * only the columns.
 */
const columnsPassed = (points: readonly Point[]) => points.slice(1, -1).filter((_, index) => index % 2 === 1);

/** The middle of a node's right (1) or left (-1) side; dagre's own `x` and `y` are the node's centre. */
function sideOf(node: unknown, side: 1 | -1): Point {
  const { x, y, width } = node as { x: number; y: number; width: number };
  return { x: x + (side * width) / 2, y };
}

/** An edge between regions: from the side of one node to the side of the other that faces it. */
function across(edge: DiagramEdge, nodes: readonly PlacedNode[]): PlacedEdge[] {
  const from = nodes.find(({ node }) => node.id === edge.from);
  const to = nodes.find(({ node }) => node.id === edge.to);
  if (!from || !to) return [];
  const isBackward = to.x + to.width <= from.x;
  const start = { x: isBackward ? from.x : from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: isBackward ? to.x + to.width : to.x, y: to.y + to.height / 2 };
  return [{ edge, points: [start, end] }];
}

export type Direction = "left" | "right" | "up" | "down";

/** Only stacks stand in their own region's frame. */
const frameOf = ({ node }: PlacedNode) => (node.kind === "stack" ? node.stack.region : null);

/**
 * Where an arrow key leads from a node: left and right along a connection to what stands on that side (the
 * nearest when there are several), up and down to the neighbour in the same column of the region, else to
 * what is nearest there.
 */
export function nodeTowards(layout: Layout, id: string, direction: Direction): string | null {
  const here = layout.nodes.find(({ node }) => node.id === id);
  if (!here) return null;
  const connected = new Set(
    layout.edges.flatMap(({ edge }) => (edge.from === id ? [edge.to] : edge.to === id ? [edge.from] : [])),
  );
  const isThere: Record<Direction, (one: PlacedNode) => boolean> = {
    left: (one) => connected.has(one.node.id) && one.x < here.x,
    right: (one) => connected.has(one.node.id) && one.x > here.x,
    up: (one) => one.y + one.height <= here.y,
    down: (one) => one.y >= here.y + here.height,
  };
  const isColumn = (one: PlacedNode) =>
    Math.abs(one.x - here.x) < NODE_WIDTH / 2 && frameOf(one) === frameOf(here);
  const distance = (one: PlacedNode) => Math.hypot(one.x - here.x, one.y - here.y);
  const near = layout.nodes
    .filter((one) => one !== here && isThere[direction](one))
    .sort((a, b) => distance(a) - distance(b));
  const isVertical = direction === "up" || direction === "down";
  const next = (isVertical && near.find(isColumn)) || near[0];
  return next?.node.id ?? null;
}

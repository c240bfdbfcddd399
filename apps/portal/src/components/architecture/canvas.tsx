"use client";
import "@xyflow/react/dist/base.css";
import "./canvas.css";
import { Button } from "@greenroom/ui";
import {
  type Node,
  type NodeProps,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  ViewportPortal,
} from "@xyflow/react";
import { Maximize, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type KeyboardEvent, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Diagram } from "./diagram";
import { type Direction, type Layout, layoutOf, nodeTowards, type PlacedNode, type Point } from "./layout";
import type { Marks } from "./marks";
import { NodeCard } from "./node-card";

/** Below this, text is smaller than anybody reads: the diagram is then moved about instead. */
const LEGIBLE_ZOOM = 0.72;
const MARGIN = 16;
const MAX_HEIGHT = 880;
/** With more connections than this, what is read stands only at those of the node in hand. */
const ALWAYS_LABELLED = 8;
const NAMES_SHOWN = 2;

interface Props {
  label: string;
  diagram: Diagram;
  homeRegion: string;
  marks: Marks;
  chosen: string | null;
  /** The node that has the focus when the diagram appears. */
  focusFirst: string | null;
  onOpen: (id: string) => void;
  onBack: () => void;
}

interface Hand {
  marks: Marks;
  homeRegion: string;
  chosen: string | null;
  focusFirst: string | null;
  layout: Layout;
  onOpen: (id: string) => void;
}
const HandContext = createContext<Hand | null>(null);
const useHand = (): Hand => {
  const hand = useContext(HandContext);
  if (!hand) throw new Error("A node is drawn outside of its diagram.");
  return hand;
};

/** The drawing itself: moved, zoomed, walked through by keyboard. Loaded only where a diagram is shown. */
export default function Canvas(props: Props) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing({ label, diagram, homeRegion, marks, chosen, focusFirst, onOpen, onBack }: Props) {
  const t = useTranslations("architecture");
  const layout = useMemo(() => layoutOf(diagram, homeRegion), [diagram, homeRegion]);
  const [active, setActive] = useState<string | null>(null);
  const { frame, height, fit, reveal, zoomIn, zoomOut } = useView(layout);
  const nodes = useMemo(() => flowNodes(layout), [layout]);
  const focus = (id: string) => {
    const button = frame.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`);
    button?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") return onBack();
    const id = nodeAt(event.target);
    const direction = ARROWS[event.key];
    if (!id || !direction) return;
    event.preventDefault();
    const next = nodeTowards(layout, id, direction);
    if (next) focus(next);
  };
  return (
    <HandContext value={{ marks, homeRegion, chosen, focusFirst, layout, onOpen }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys and the pointer act on the buttons inside, and are caught here for all of them */}
      <div
        ref={frame}
        style={{ height }}
        className="relative"
        onKeyDown={onKeyDown}
        onPointerOver={(event) => setActive(nodeAt(event.target))}
        onPointerLeave={() => setActive(null)}
        onFocus={(event) => {
          const id = nodeAt(event.target);
          setActive(id);
          if (id) reveal(id);
        }}
        onBlur={() => setActive(null)}
      >
        <Arrows />
        <ReactFlow
          aria-label={label}
          nodes={nodes}
          nodeTypes={NODE_TYPES}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          minZoom={0.2}
          maxZoom={1.5}
          attributionPosition="bottom-left"
        >
          <Lines layout={layout} active={active} />
        </ReactFlow>
        <div className="absolute right-2 bottom-2 z-10 flex gap-1">
          <Button size="icon" aria-label={t("zoomOut")} title={t("zoomOut")} onClick={zoomOut}>
            <Minus aria-hidden />
          </Button>
          <Button size="icon" aria-label={t("zoomIn")} title={t("zoomIn")} onClick={zoomIn}>
            <Plus aria-hidden />
          </Button>
          <Button size="icon" aria-label={t("fit")} title={t("fit")} onClick={fit}>
            <Maximize aria-hidden />
          </Button>
        </div>
      </div>
    </HandContext>
  );
}

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

const nodeAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>("[data-node]")?.dataset.node ?? null) : null;

/** What part of the layout is seen: all of it if that can be read, from its beginning otherwise. */
function useView(layout: Layout) {
  const frame = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const zoom = Math.max(LEGIBLE_ZOOM, Math.min(1, (width - 2 * MARGIN) / Math.max(1, layout.width)));
  const height = Math.min(MAX_HEIGHT, Math.ceil(layout.height * zoom) + 2 * MARGIN + 40);
  useEffect(() => {
    if (width === 0) return;
    const x = Math.max(MARGIN, (width - layout.width * zoom) / 2);
    void flow.setViewport({ x, y: MARGIN, zoom });
  }, [flow, layout, width, zoom]);
  const reveal = (id: string) => {
    const placed = layout.nodes.find(({ node }) => node.id === id);
    if (!placed || width === 0) return;
    const view = flow.getViewport();
    const left = placed.x * view.zoom + view.x;
    const top = placed.y * view.zoom + view.y;
    const x = view.x + intoView(left, placed.width * view.zoom, width);
    const y = view.y + intoView(top, placed.height * view.zoom, height);
    if (x !== view.x || y !== view.y) void flow.setViewport({ ...view, x, y });
  };
  return {
    frame,
    height,
    reveal,
    fit: () => void flow.fitView({ padding: 0.04, maxZoom: 1 }),
    zoomIn: () => void flow.zoomIn(),
    zoomOut: () => void flow.zoomOut(),
  };
}

/** How far something at `start` must be moved to lie within `room`. */
function intoView(start: number, size: number, room: number): number {
  if (start < MARGIN) return MARGIN - start;
  return start + size > room - MARGIN ? room - MARGIN - start - size : 0;
}

type NodeData = { placed: PlacedNode };
type RegionData = { region: string };
/** The library's own words about a node are English and about dragging; the buttons inside say what they are. */
const UNSAID = { "aria-roledescription": undefined, "aria-describedby": undefined };

function flowNodes(layout: Layout): Node[] {
  const size = (one: { width: number; height: number }) => ({
    width: one.width,
    height: one.height,
    measured: one,
  });
  return [
    ...layout.regions.map(({ region, x, y, width, height }) => ({
      id: `region ${region}`,
      type: "region",
      position: { x, y },
      data: { region } satisfies RegionData,
      zIndex: -1,
      domAttributes: UNSAID,
      ...size({ width, height }),
    })),
    ...layout.nodes.map((placed) => ({
      id: placed.node.id,
      type: "part",
      position: { x: placed.x, y: placed.y },
      data: { placed } satisfies NodeData,
      domAttributes: UNSAID,
      ...size({ width: placed.width, height: placed.height }),
    })),
  ];
}

function Part({ data }: NodeProps) {
  const { placed } = data as NodeData;
  const { layout, marks, homeRegion, chosen, focusFirst, onOpen } = useHand();
  const { id } = placed.node;
  const button = useRef<HTMLButtonElement>(null);
  const takesFocus = focusFirst === id;
  useEffect(() => {
    if (takesFocus) button.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const connections = {
    from: layout.edges.filter(({ edge }) => edge.to === id).length,
    to: layout.edges.filter(({ edge }) => edge.from === id).length,
  };
  return (
    <NodeCard
      ref={button}
      node={placed.node}
      marks={marks}
      homeRegion={homeRegion}
      connections={connections}
      isChosen={chosen === id}
      onOpen={() => onOpen(id)}
    />
  );
}

function Region({ data }: NodeProps) {
  const t = useTranslations("architecture");
  const { homeRegion } = useHand();
  const { region } = data as RegionData;
  return (
    <div className="h-full w-full rounded-lg border border-dashed bg-canvas px-4 py-1.5 text-ink-muted text-sm">
      {region === homeRegion ? t("homeRegion", { region }) : region}
    </div>
  );
}

/** The connections, below the nodes; those of the node in hand stand out and say what is read. */
function Lines({ layout, active }: { layout: Layout; active: string | null }) {
  const isFew = layout.edges.length <= ALWAYS_LABELLED;
  const lines = layout.edges.map(({ edge, points }) => {
    const isActive = active !== null && (edge.from === active || edge.to === active);
    return { id: `${edge.from} ${edge.to}`, reads: edge.reads, points, isActive };
  });
  return (
    <ViewportPortal>
      {/* Each node says its connections in words, and the list all of them. */}
      <svg aria-hidden className="-z-1 pointer-events-none absolute top-0 left-0 size-px overflow-visible">
        {lines.map(({ id, reads, points, isActive }) => (
          <path
            key={id}
            d={pathThrough(points)}
            markerEnd={`url(#${isActive ? "arrow-active" : "arrow"})`}
            fill="none"
            stroke={isActive ? "var(--accent)" : "var(--line-strong)"}
            strokeWidth={isActive ? 2 : 1}
            strokeDasharray={reads.length === 0 ? "4 4" : undefined}
            opacity={active === null || isActive ? 1 : 0.25}
          />
        ))}
      </svg>
      {lines
        .filter(({ reads, isActive }) => reads.length > 0 && (isActive || (isFew && active === null)))
        .map(({ id, reads, points }) => (
          <Label key={id} reads={reads} at={points[Math.floor(points.length / 2)]} />
        ))}
    </ViewportPortal>
  );
}

function Label({ reads, at }: { reads: readonly string[]; at: Point | undefined }) {
  const rest = reads.length - NAMES_SHOWN;
  return (
    <span
      aria-hidden
      style={{ transform: `translate(${at?.x}px, ${at?.y}px) translate(-50%, -50%)` }}
      className="pointer-events-none absolute top-0 left-0 z-10 whitespace-nowrap rounded border bg-raised px-1.5 font-mono text-ink text-xs"
    >
      {reads.slice(0, NAMES_SHOWN).join(", ")}
      {rest > 0 ? ` +${rest}` : ""}
    </span>
  );
}

/** Heads of arrows, which the lines name by their ids. */
function Arrows() {
  const heads = { arrow: "var(--line-strong)", "arrow-active": "var(--accent)" };
  return (
    <svg aria-hidden className="absolute size-0">
      <defs>
        {Object.entries(heads).map(([id, color]) => (
          <marker
            key={id}
            id={id}
            viewBox="0 0 8 8"
            refX={8}
            refY={4}
            markerWidth={8}
            markerHeight={8}
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M 0 0 L 8 4 L 0 8 z" fill={color} />
          </marker>
        ))}
      </defs>
    </svg>
  );
}

/** A line that leaves and arrives level, and passes each point between. */
function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const steps = rest.map((to, index) => {
    const from = points[index] as Point;
    const middle = (from.x + to.x) / 2;
    return `C ${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
  });
  return [`M ${first.x} ${first.y}`, ...steps].join(" ");
}

const NODE_TYPES = { part: Part, region: Region };

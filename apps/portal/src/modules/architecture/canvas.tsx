"use client";
import "@xyflow/react/dist/base.css";
import "./canvas.css";
import { type Node, type NodeProps, ReactFlow, ReactFlowProvider } from "@xyflow/react";
import { useTranslations } from "next-intl";
import { createContext, type KeyboardEvent, useContext, useEffect, useMemo, useRef, useState } from "react";
import { CanvasButtons } from "./canvas-buttons";
import type { Diagram } from "./diagram";
import { type Direction, type Layout, layoutOf, nodeTowards, type PlacedNode } from "./layout";
import { Arrows, Lines } from "./lines";
import type { Marks } from "./marks";
import { NodeCard } from "./node-card";
import { useView, useWidth } from "./use-view";
import { sizeFor } from "./view";

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

interface DiagramState {
  marks: Marks;
  homeRegion: string;
  chosen: string | null;
  focusFirst: string | null;
  layout: Layout;
  onOpen: (id: string) => void;
}
const DiagramContext = createContext<DiagramState | null>(null);
const useDiagram = (): DiagramState => {
  const state = useContext(DiagramContext);
  if (!state) throw new Error("A node is drawn outside of its diagram.");
  return state;
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
  const { frame, width } = useWidth();
  const layout = useMemo(
    () => layoutOf(diagram, homeRegion, width > 0 ? sizeFor(width) : undefined),
    [diagram, homeRegion, width],
  );
  const [active, setActive] = useState<string | null>(null);
  const { height, fit, reveal, zoomIn, zoomOut } = useView(layout, frame, width);
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
    <DiagramContext value={{ marks, homeRegion, chosen, focusFirst, layout, onOpen }}>
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
          // A node that moved away under the pointer could not be clicked.
          if (id && event.target.matches(":focus-visible")) reveal(id);
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
        <CanvasButtons
          layout={layout}
          frame={{ width, height }}
          onZoomOut={zoomOut}
          onZoomIn={zoomIn}
          onFit={fit}
        />
      </div>
    </DiagramContext>
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

type NodeData = { placed: PlacedNode };
type RegionData = { region: string };
/**
 * The library's own words about a node are English and about dragging; the buttons inside say what they are.
 */
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
  const { layout, marks, homeRegion, chosen, focusFirst, onOpen } = useDiagram();
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
  const { homeRegion } = useDiagram();
  const { region } = data as RegionData;
  return (
    <div className="h-full w-full rounded-lg border border-dashed bg-canvas px-4 py-1.5 text-ink-muted text-sm">
      {region === homeRegion ? t("homeRegion", { region }) : region}
    </div>
  );
}

const NODE_TYPES = { part: Part, region: Region };

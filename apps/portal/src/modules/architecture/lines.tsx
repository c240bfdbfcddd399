"use client";
import { ViewportPortal } from "@xyflow/react";
import { isNamed, type Layout, type Point } from "./layout";

const NAMES_SHOWN = 2;

/** The connections, below the nodes; those of the chosen node stand out and say what is read. */
export function Lines({ layout, active }: { layout: Layout; active: string | null }) {
  const isFew = isNamed(layout);
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
          <Label key={id} reads={reads} at={middleOf(points)} />
        ))}
    </ViewportPortal>
  );
}

/** Half way of a line's middle stretch. */
function middleOf(points: readonly Point[]): Point {
  const half = Math.floor(points.length / 2);
  const [from, to] = [points[half - 1], points[half]];
  return { x: ((from?.x ?? 0) + (to?.x ?? 0)) / 2, y: ((from?.y ?? 0) + (to?.y ?? 0)) / 2 };
}

function Label({ reads, at }: { reads: readonly string[]; at: Point }) {
  const rest = reads.length - NAMES_SHOWN;
  return (
    <span
      aria-hidden
      style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` }}
      className="pointer-events-none absolute top-0 left-0 z-10 max-w-36 truncate rounded border bg-raised px-1.5 font-mono text-ink text-xs"
    >
      {reads.slice(0, NAMES_SHOWN).join(", ")}
      {rest > 0 ? ` +${rest}` : ""}
    </span>
  );
}

/** Heads of arrows, which the lines name by their ids. */
export function Arrows() {
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

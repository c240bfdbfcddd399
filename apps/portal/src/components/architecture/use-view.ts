"use client";
import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef, useState } from "react";
import type { Layout } from "./layout";

/** Below this, text is smaller than anybody reads: the diagram is then moved about instead. */
const LEGIBLE_ZOOM = 0.72;
const MARGIN = 16;
const MAX_HEIGHT = 880;

/** What part of the layout is seen: all of it if that can be read, from its beginning otherwise. */
export function useView(layout: Layout) {
  const frame = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const isReady = flow.viewportInitialized;
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
    // Before the library has taken its place a view that is set is lost.
    if (width === 0 || !isReady) return;
    const x = Math.max(MARGIN, (width - layout.width * zoom) / 2);
    void flow.setViewport({ x, y: MARGIN, zoom });
  }, [flow, isReady, layout, width, zoom]);
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

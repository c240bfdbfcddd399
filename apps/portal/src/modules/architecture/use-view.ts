"use client";
import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Layout } from "./layout";
import { firstView, shiftInto, viewShowing } from "./view";

/** What the page's head covers of the window, and as much at its foot. */
const WINDOW_MARGIN = 96;

/** How wide an element is; 0 until it is measured. */
export function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
}

/**
 * What part of the layout is seen: all of it if that can be read, from its beginning otherwise, and what has
 * the focus.
 */
export function useView(layout: Layout, frame: RefObject<HTMLDivElement | null>, width: number) {
  const flow = useReactFlow();
  const isReady = flow.viewportInitialized;
  const { height } = firstView(layout, width);
  useEffect(() => {
    // Before the library has taken its place a view that is set is lost.
    if (width === 0 || !isReady) return;
    const { view, height } = firstView(layout, width);
    const focused = focusedIn(frame.current);
    const placed = layout.nodes.find(({ node }) => node.id === focused?.dataset.node);
    void flow.setViewport(viewShowing(view, placed, { width, height }));
    if (focused) scrollWindowTo(focused);
  }, [flow, frame, isReady, layout, width]);
  const reveal = (id: string) => {
    const placed = layout.nodes.find(({ node }) => node.id === id);
    const focused = focusedIn(frame.current);
    if (width === 0 || !focused) return;
    void flow.setViewport(viewShowing(flow.getViewport(), placed, { width, height }));
    scrollWindowTo(focused);
  };
  return {
    height,
    reveal,
    fit: () => void flow.fitView({ padding: 0.04, maxZoom: 1 }),
    zoomIn: () => void flow.zoomIn(),
    zoomOut: () => void flow.zoomOut(),
  };
}

function focusedIn(frame: HTMLElement | null): HTMLElement | null {
  const focused = frame?.contains(document.activeElement) ? document.activeElement : null;
  return focused instanceof HTMLElement && focused.dataset.node !== undefined ? focused : null;
}

/**
 * Scrolls the window alone: `scrollIntoView` would also move the drawing within its frame, beside the view.
 */
function scrollWindowTo(element: HTMLElement): void {
  // The node is where the view puts it once that is drawn.
  requestAnimationFrame(() => {
    const { top, height } = element.getBoundingClientRect();
    const by = -shiftInto(top, height, window.innerHeight, WINDOW_MARGIN);
    if (by !== 0) window.scrollBy({ top: by });
  });
}

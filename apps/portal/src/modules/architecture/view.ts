import type { Layout, PlacedNode, Size } from "./layout";

/**
 * Text of 13 pixels is 9 tall at this. Smaller than that nobody reads: the diagram is then moved about
 * instead.
 */
const LEGIBLE_ZOOM = 0.7;
const MARGIN = 16;
const MAX_HEIGHT = 880;
/** The buttons and the library's name stand below the drawing. */
const FOOT = 40;

/** Where a layout's corner is in its frame, and how large it is drawn. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

/** What a frame of a width has room for. */
export const sizeFor = (width: number): Size => ({
  width: Math.max(1, width - 2 * MARGIN),
  height: MAX_HEIGHT - 2 * MARGIN - FOOT,
});

/** All of a layout if it can be read, its beginning otherwise; `height` is the frame's. */
export function firstView(layout: Layout, width: number): { view: View; height: number } {
  const room = sizeFor(width);
  const [across, down] = [room.width / Math.max(1, layout.width), room.height / Math.max(1, layout.height)];
  const whole = Math.min(1, across, down);
  const zoom = whole >= LEGIBLE_ZOOM ? whole : Math.max(LEGIBLE_ZOOM, Math.min(1, across));
  const height = Math.min(MAX_HEIGHT, Math.ceil(layout.height * zoom) + 2 * MARGIN + FOOT);
  const x = Math.max(MARGIN, (width - layout.width * zoom) / 2);
  return { view: { x, y: MARGIN, zoom }, height };
}

/** The view moved so far that a part lies within the frame. */
export function viewShowing(view: View, placed: PlacedNode | undefined, frame: Size): View {
  if (!placed) return view;
  const { left, top, width, height } = boxOf(placed, view);
  return {
    x: view.x + shiftInto(left, width, frame.width, MARGIN),
    y: view.y + shiftInto(top, height, frame.height, MARGIN),
    zoom: view.zoom,
  };
}

/** How many parts are not wholly within the frame. */
export function outsideOf({ nodes }: Layout, view: View, frame: Size): number {
  return nodes.filter((placed) => {
    const { left, top, width, height } = boxOf(placed, view);
    return shiftInto(left, width, frame.width, 0) !== 0 || shiftInto(top, height, frame.height, 0) !== 0;
  }).length;
}

const boxOf = ({ x, y, width, height }: PlacedNode, view: View) => ({
  left: x * view.zoom + view.x,
  top: y * view.zoom + view.y,
  width: width * view.zoom,
  height: height * view.zoom,
});

/** How far something at `start` must be moved to lie within `room`, this far from its ends. */
export function shiftInto(start: number, size: number, room: number, margin: number): number {
  if (start < margin) return margin - start;
  return start + size > room - margin ? room - margin - start - size : 0;
}

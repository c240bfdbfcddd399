import { describe, expect, it } from "vitest";
import type { Layout } from "./layout";
import { firstView, outsideOf, sizeFor, viewShowing } from "./view";

/** A layout of this size with a node in its first and in its last corner. */
function layoutOfSize(width: number, height: number): Layout {
  const node = (id: string, x: number, y: number) =>
    ({ node: { id }, x, y, width: 200, height: 100 }) as Layout["nodes"][number];
  return {
    nodes: [node("first", 0, 0), node("last", width - 200, height - 100)],
    edges: [],
    regions: [],
    width,
    height,
  };
}
const WIDTH = 1152;
const room = sizeFor(WIDTH);

describe("the first view of a diagram", () => {
  it.each([
    ["small", layoutOfSize(400, 300)],
    ["as wide as can be read", layoutOfSize(room.width / 0.75, 500)],
    ["as tall as can be read", layoutOfSize(900, room.height / 0.75)],
  ])("shows everything where that can be read: %s", (_, layout) => {
    const { view, height } = firstView(layout, WIDTH);
    expect(outsideOf(layout, view, { width: WIDTH, height })).toBe(0);
    expect(view.zoom).toBeGreaterThanOrEqual(9 / 13);
    expect(view.zoom).toBeLessThanOrEqual(1);
  });

  it.each([
    ["too tall", layoutOfSize(1000, room.height * 2)],
    ["too wide", layoutOfSize(room.width * 2, 500)],
  ])("begins at the first part, still legible, and tells how much is outside: %s", (_, layout) => {
    const { view, height } = firstView(layout, WIDTH);
    expect(viewShowing(view, layout.nodes[0], { width: WIDTH, height })).toEqual(view);
    expect(view.zoom).toBeGreaterThanOrEqual(9 / 13);
    expect(outsideOf(layout, view, { width: WIDTH, height })).toBe(1);
  });
});

it("moves to a part that is outside, no further than it must", () => {
  const layout = layoutOfSize(3000, 2000);
  const { view, height } = firstView(layout, WIDTH);
  const frame = { width: WIDTH, height };
  const [first, last] = layout.nodes;
  const moved = viewShowing(view, last, frame);
  expect(outsideOf({ ...layout, nodes: layout.nodes.slice(1) }, moved, frame)).toBe(0);
  expect(viewShowing(moved, last, frame)).toEqual(moved);
  expect(viewShowing(moved, first, frame)).toMatchObject({ x: 16, y: 16 });
});

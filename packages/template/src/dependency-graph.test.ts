// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text of Fn::Sub looks like this
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dependencyGraph, topologicalOrder } from "./dependency-graph";
import { parseTemplate } from "./parse-template";

describe("dependencyGraph", () => {
  it("follows Ref, GetAtt, Sub and DependsOn, not parameters or excluded branches", () => {
    const template = parseTemplate(
      JSON.stringify({
        Parameters: { P: { Type: "String" } },
        Resources: {
          A: { Type: "T" },
          B: { Type: "T" },
          C: {
            Type: "T",
            DependsOn: "A",
            Properties: { x: { "Fn::Sub": ["${P} ${B.Arn} ${own}", { own: 1 }] } },
          },
          D: {
            Type: "T",
            Properties: { x: { "Fn::If": ["Yes", { Ref: "A" }, { "Fn::GetAtt": ["B", "Arn"] }] } },
          },
        },
      }),
    );
    expect(dependencyGraph(template)).toEqual(
      new Map([
        ["A", new Set()],
        ["B", new Set()],
        ["C", new Set(["A", "B"])],
        ["D", new Set(["A", "B"])],
      ]),
    );
    expect(dependencyGraph(template, { Yes: true }).get("D")).toEqual(new Set(["A"]));
  });

  it("puts everything after what it needs, or names a cycle", () => {
    const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 });
    fc.assert(
      fc.property(edges, fc.boolean(), (pairs, acyclic) => {
        const graph = new Map(Array.from({ length: 10 }, (_, id) => [String(id), new Set<string>()]));
        for (const [from, to] of pairs) if (!acyclic || to < from) graph.get(String(from))?.add(String(to));
        let order: string[];
        try {
          order = topologicalOrder(graph);
        } catch (error) {
          expect(acyclic).toBe(false);
          expect(String(error)).toMatch(/Circular dependency between resources: \[\d/);
          return;
        }
        expect(order).toHaveLength(10);
        for (const [id, needs] of graph) {
          for (const need of needs) expect(order.indexOf(need)).toBeLessThan(order.indexOf(id));
        }
      }),
    );
  });

  it("names the cycle alone, however many stand in a row behind it", () => {
    const graph = new Map([
      ["A", new Set(["B"])],
      ["B", new Set(["A"])],
    ]);
    // The order of the rows is the worst for whoever looks at all of them again for each that falls away.
    for (let id = 0; id < 5_000; id++)
      graph.set(`behind-${id}`, new Set([id === 0 ? "A" : `behind-${id - 1}`]));
    expect(() => topologicalOrder(graph)).toThrow("[A, B]");
  });
});

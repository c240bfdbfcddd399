import { parser } from "@prometheus-io/lezer-promql";

/**
 * The metrics that an expression of PromQL reads, as Prometheus's own grammar finds them; throws where it
 * does not parse.
 */
export function metricsIn(expression: string): string[] {
  const names = new Set<string>();
  parser.parse(expression).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) throw new Error(`PromQL breaks at ${from} of ${expression}`);
      if (type.name === "Identifier" && node.parent?.type.name === "VectorSelector") {
        names.add(expression.slice(from, to));
      }
    },
  });
  return [...names];
}

import type { ResourceChange } from "@greenroom/provisioning/schema";
import { type Meaning, meaningOf } from "./meaning";

export interface Loss {
  kind: Meaning["kind"];
  action: "DELETE" | "REPLACE";
  /** The resources it happens to, as the template names them. */
  names: string[];
}

/**
 * What a plan takes away for good: data or work that nothing keeps, one line for each kind of resource and
 * what happens to it.
 */
export function findLosses(changes: readonly ResourceChange[]): Loss[] {
  const losses = new Map<string, Loss>();
  for (const change of changes) {
    const meaning = meaningOf(change);
    if (!meaning?.isLoss) continue;
    const action = change.action === "DELETE" ? "DELETE" : "REPLACE";
    const key = `${meaning.kind} ${action}`;
    const loss = losses.get(key) ?? { kind: meaning.kind, action, names: [] };
    loss.names.push(change.logicalId);
    losses.set(key, loss);
  }
  return [...losses.values()];
}

import { createHash } from "node:crypto";
import type { Estimate } from "@greenroom/pricing/schema";
import type { PlannedStack, RemovedStack, ResourceChange, TemplateCheck } from "../schema";

/** Everything an approval covers. */
export interface DigestInput {
  kind: string;
  blueprint: string;
  blueprintVersion: string;
  environmentName: string;
  accountId: string;
  region: string;
  stage: string;
  spec: unknown;
  lifetimeDays: number | null;
  stacks: readonly PlannedStack[];
  /** Stacks that are deleted because the plan no longer has them. */
  removed: readonly RemovedStack[];
  changes: readonly ResourceChange[];
  estimate: Estimate;
  estimateBefore: Estimate | null;
  checks: readonly TemplateCheck[];
}

/**
 * sha256 in hex over the canonical JSON of what was planned. Templates count by their hashes, which the apply run compares with
 * the texts.
 */
export function computeDigest({ stacks, removed, ...input }: DigestInput): string {
  const covered = {
    ...input,
    stacks: stacks.map(({ template: _, ...stack }) => stack),
    // A plan that removes nothing has the digest it had before plans named what they remove.
    removed: removed.length > 0 ? removed : undefined,
  };
  return sha256(canonicalJson(covered));
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * JSON with sorted keys and without spaces: equal values give equal text, whatever order a database keeps keys in. A key that is
 * undefined is left out, as JSON does.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

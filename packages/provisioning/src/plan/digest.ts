import { createHash } from "node:crypto";
import { canonicalJson } from "@greenroom/audit";

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
  /** As they are stored: it covers also what this version of Greenroom does not read. */
  stacks: readonly Readonly<Record<string, unknown>>[];
  /** Stacks that are deleted because the plan no longer has them. */
  removed: readonly unknown[];
  changes: unknown;
  estimate: unknown;
  estimateBefore: unknown;
  checks: unknown;
}

/**
 * sha256 in hex over the canonical JSON of what was planned. Templates count by their hashes, which the apply
 * run compares with the texts.
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

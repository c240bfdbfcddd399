import { availableParallelism } from "node:os";
import type { PolicyChecker, PolicyInput, PolicyReport } from "../contract";
import { createWarmChild, type WarmChildOptions } from "../warm-child/create-warm-child";
import { divideStacks } from "./divide-stacks";

export type PolicyCheckerOptions = Partial<WarmChildOptions>;

const HEAP_MB = 512;
/**
 * The validator's WASM memory takes some 300 MB beside the heap, and never shrinks: a child ends before its
 * heap is full.
 */
const MAX_RSS_MB = 768;
/**
 * Two children halve what a person waits for with a large plan; more would cost more memory than they save
 * time.
 */
const CHILDREN = Math.min(2, availableParallelism());

/**
 * A policy checker over warm child processes, started by its first request, which share the stacks of a plan
 * between them. A child needs 3 seconds to load, then about 20 milliseconds a template.
 */
export function createPolicyChecker(options: PolicyCheckerOptions = {}): PolicyChecker {
  const childModule = new URL("./check-in-child.ts", import.meta.url);
  const children = Array.from({ length: CHILDREN }, () =>
    createWarmChild<PolicyInput, PolicyReport>(
      { childModule, timeoutMs: 120_000, maxUses: 500, ...options },
      { task: "The policy check", heapMb: HEAP_MB, maxRssMb: MAX_RSS_MB },
    ),
  );
  return {
    async check(input) {
      const shares = divideStacks(input.stacks, children.length);
      const asked = children.slice(0, shares.length);
      const reports = await Promise.all(
        asked.map((child, index) => child.ask({ ...input, stacks: shares[index] ?? [] })),
      );
      return reports.reduce(joinReports);
    },
    close: async () => {
      await Promise.all(children.map((child) => child.close()));
    },
  };
}

/** One report of two that are about different stacks, in the same order as each of them. */
function joinReports(one: PolicyReport, other: PolicyReport): PolicyReport {
  const findings = [...one.findings, ...other.findings];
  const ruleCount = (engine: keyof PolicyReport["ruleCounts"]) =>
    Math.max(one.ruleCounts[engine], other.ruleCounts[engine]);
  return {
    findings: findings.sort((a, b) => Number(a.stackKey > b.stackKey) - Number(a.stackKey < b.stackKey)),
    ruleCounts: {
      "cdk-nag": ruleCount("cdk-nag"),
      "cloudformation-validate": ruleCount("cloudformation-validate"),
    },
  };
}

import type { StackPhase } from "@greenroom/cloud/statuses";
import type { HealthDeps } from "../deps";
import { type HealthState, worstOf } from "../lifecycle";
import type { Fact } from "../schema";
import { type Finding, placeOf, type Watched } from "./watched";

/**
 * A stack at rest that is what it was meant to be, or was before, serves; somebody else's operation is waited
 * for.
 */
const STATE_OF_PHASE = {
  SUCCEEDED: "HEALTHY",
  ROLLED_BACK: "HEALTHY",
  MOVING: "UNKNOWN",
  FAILED: "UNHEALTHY",
  ROLLBACK_STUCK: "UNHEALTHY",
  ONLY_DELETABLE: "UNHEALTHY",
  REVIEW: "UNHEALTHY",
  DELETED: "UNHEALTHY",
} as const satisfies Record<StackPhase, HealthState>;

/** Whether the environment's stacks stand. Null for one that has none. */
export async function checkStacks(
  { stacks }: Pick<HealthDeps, "stacks">,
  environment: Watched,
): Promise<Finding | null> {
  if (environment.stacks.length === 0) return null;
  const facts: Fact[] = [];
  for (const { stackName, stackId, region } of environment.stacks) {
    const target = { ...placeOf(environment, region), stackName, ...(stackId && { stackId }) };
    const there = await stacks.findStack(target);
    const phase = there?.phase ?? "DELETED";
    const state = STATE_OF_PHASE[phase];
    if (state === "HEALTHY") continue;
    const kind = phase === "DELETED" ? "STACK_GONE" : phase === "MOVING" ? "STACK_MOVING" : "STACK_BROKEN";
    const says = there ? [there.status, there.statusReason].filter(Boolean).join(": ") : null;
    facts.push({ kind, state, name: stackName, says });
  }
  return {
    state: worstOf(["HEALTHY", ...facts.map(({ state }) => state)]),
    count: environment.stacks.length,
    facts,
  };
}

import { AppError } from "@greenroom/errors";
import type { Actor } from "@greenroom/identity/schema";
import { estimateSchema } from "@greenroom/pricing/schema";
import type { Database } from "@greenroom/prisma";
import { z } from "zod";
import { type ArchitectureView, plannedStackSchema, resourceChangeSchema } from "../schema";
import { describedStacks } from "./described-stacks";
import { getAccessibleRun } from "./run-access";
import { toArchitectureView } from "./to-architecture-view";

/**
 * What a run plans, builds or removes: the stacks of its own plan, or of the plan it carries out. A DESTROY's
 * plan holds what is there, and what that costs. Null while there is no plan yet.
 * @throws NOT_FOUND also for a run of a team the actor does not see
 */
export async function getPlannedArchitecture(
  deps: { db: Database },
  actor: Actor,
  { runId }: { runId: string },
): Promise<ArchitectureView | null> {
  const run = await getAccessibleRun(deps.db, actor, runId);
  const request = await deps.db.request.findUnique({
    where: { id: run.requestId },
    select: { kind: true, region: true, blueprint: true, spec: true, planRunId: true },
  });
  if (!request) throw new AppError("requestNotFound");
  const plan = await deps.db.plan.findUnique({
    where: { runId: run.kind === "PLAN" ? run.id : (request.planRunId ?? "") },
    select: { stacks: true, estimate: true, estimateBefore: true, changes: true },
  });
  if (!plan) return null;
  const estimate = request.kind === "DESTROY" ? (plan.estimateBefore ?? plan.estimate) : plan.estimate;
  return toArchitectureView({
    homeRegion: request.region,
    sources: z.array(plannedStackSchema).parse(plan.stacks),
    described: describedStacks(request.blueprint, request.spec)?.stacks ?? [],
    estimate: estimateSchema.parse(estimate),
    changes: z.array(resourceChangeSchema.pick({ stackKey: true })).parse(plan.changes),
  });
}

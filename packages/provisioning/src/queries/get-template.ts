import { AppError } from "@greenroom/errors";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { z } from "zod";
import { plannedStackSchema } from "../schema";
import { getAccessibleRun } from "./run-access";

/**
 * The template of one planned stack, indented for reading.
 * @param input.runId the PLAN run that made it
 * @throws NOT_FOUND for a run that planned nothing, or no stack of that key
 */
export async function getTemplate(
  deps: { db: Database },
  actor: Actor,
  input: { runId: string; stackKey: string },
): Promise<{ template: string }> {
  const run = await getAccessibleRun(deps.db, actor, input.runId);
  const plan = await deps.db.plan.findUnique({ where: { runId: run.id }, select: { stacks: true } });
  const stack = z
    .array(plannedStackSchema)
    .parse(plan?.stacks ?? [])
    .find(({ key }) => key === input.stackKey);
  if (!stack) {
    throw new AppError("templateNotFound", { number: run.number, stackKey: input.stackKey });
  }
  return { template: JSON.stringify(JSON.parse(stack.template), null, 2) };
}

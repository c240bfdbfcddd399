import { estimateSchema } from "@greenroom/pricing/schema";
import type { Database, Transaction } from "@greenroom/prisma";
import { z } from "zod";
import { type PlanView, plannedStackSchema, resourceChangeSchema, templateCheckSchema } from "../schema";

const templateSchema = z.object({ Resources: z.record(z.string(), z.unknown()).default({}) });

/**
 * What a PLAN run found, without the templates' text; null before it has finished. Whoever calls has checked
 * access.
 */
export async function findPlan(db: Database | Transaction, runId: string): Promise<PlanView | null> {
  const plan = await db.plan.findUnique({ where: { runId } });
  if (!plan) return null;
  return {
    runId,
    digest: plan.digest,
    blueprintVersion: plan.blueprintVersion,
    stacks: z
      .array(plannedStackSchema)
      .parse(plan.stacks)
      .map(({ template, settings: _, submissionHash: __, ...stack }) => ({
        ...stack,
        templateBytes: Buffer.byteLength(template),
        resourceCount: Object.keys(templateSchema.parse(JSON.parse(template)).Resources).length,
      })),
    changes: z.array(resourceChangeSchema).parse(plan.changes),
    estimate: estimateSchema.parse(plan.estimate),
    estimateBefore: estimateSchema.nullable().parse(plan.estimateBefore),
    checks: z.array(templateCheckSchema).parse(plan.checks),
    createdAt: plan.createdAt,
  };
}

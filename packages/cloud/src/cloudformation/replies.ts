import { AppError } from "@greenroom/errors";
import { z } from "zod";

/**
 * The parts of CloudFormation's answers that the portal relies on. Whatever else is in them passes unseen.
 */
export const stackReply = z.object({
  StackId: z.string(),
  StackStatus: z.string(),
  StackStatusReason: z.string().optional(),
  EnableTerminationProtection: z.boolean().default(false),
  Tags: z.array(z.object({ Key: z.string(), Value: z.string().default("") })).default([]),
  Outputs: z.array(z.object({ OutputKey: z.string(), OutputValue: z.string().default("") })).default([]),
});
export const createdReply = z.object({ Id: z.string(), StackId: z.string() });
export const changeSetReply = z.object({
  ChangeSetId: z.string(),
  StackId: z.string(),
  Status: z.string(),
  ExecutionStatus: z.string().optional(),
  StatusReason: z.string().optional(),
});
export const eventReply = z.object({
  EventId: z.string(),
  StackId: z.string(),
  Timestamp: z.date(),
  LogicalResourceId: z.string(),
  ResourceType: z.string(),
  ResourceStatus: z.string(),
  ResourceStatusReason: z.string().optional(),
  PhysicalResourceId: z.string().optional(),
  ClientRequestToken: z.string().optional(),
});
export const detectionReply = z.object({
  StackId: z.string(),
  DetectionStatus: z.string(),
  DetectionStatusReason: z.string().optional(),
});
export const resourceDriftReply = z.object({
  StackId: z.string(),
  LogicalResourceId: z.string(),
  ResourceType: z.string(),
  PhysicalResourceId: z.string().optional(),
  /** UNKNOWN and UNSUPPORTED are of no check that was made. */
  StackResourceDriftStatus: z.enum(["IN_SYNC", "MODIFIED", "DELETED", "NOT_CHECKED"]).catch("NOT_CHECKED"),
  PropertyDifferences: z
    .array(
      z.object({
        PropertyPath: z.string(),
        ExpectedValue: z.string(),
        ActualValue: z.string(),
        DifferenceType: z.string(),
      }),
    )
    .default([]),
  Timestamp: z.date(),
});

/**
 * The answer, checked. Throws CLOUD_UNAVAILABLE: half an answer is as good as none, and the next one may be
 * whole.
 */
export function readReply<T>(schema: z.ZodType<T>, reply: unknown, operation: string): T {
  const result = schema.safeParse(reply);
  if (result.success) return result.data;
  const missing = result.error.issues.map((issue) => issue.path.join(".")).join(", ");
  throw new AppError("cloud.incompleteAnswer", { operation, missing });
}

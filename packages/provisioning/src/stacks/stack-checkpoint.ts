import { z } from "zod";
import { failureSchema } from "../schema";

/**
 * Where the work on one stack stands. Written before each effect, so whoever goes on knows what may already
 * have happened.
 */
export const stackCheckpointSchema = z.object({
  phase: z
    .enum([
      /** Look at what is there. */
      "FIND",
      /** A change set is about to be made, or is being worked out. */
      "CHANGE_SET",
      /** It turned out to hold nothing, and is about to be thrown away. */
      "NO_CHANGES",
      /** It is about to be executed, or was. */
      "EXECUTE",
      /** The stack is about to be deleted, or deletion was asked for. */
      "DELETE",
      /** A rollback that failed is about to be gone on with, or was. */
      "ROLL_BACK",
      /** CloudFormation is at work. */
      "OBSERVE",
    ])
    .default("FIND"),
  kind: z.enum(["CREATE", "UPDATE"]).nullable().default(null),
  stackId: z.string().nullable().default(null),
  /** Newest event that was written down. */
  lastEventId: z.string().nullable().default(null),
  /** CloudFormation's last word about the stack itself, by our operation; null before it began. */
  stackStatus: z.string().nullable().default(null),
  rootCause: failureSchema.nullable().default(null),
  /** What stopped the rollback that followed. */
  rollbackCause: failureSchema.nullable().default(null),
  /** Polls since the present phase began, for the pauses between them. */
  polls: z.number().int().default(0),
  /**
   * Cancelling was begun: by rolling back an update, by deleting what was being created, or by throwing away
   * what was not executed.
   */
  cancel: z.enum(["ROLL_BACK", "DELETE", "DISCARD"]).nullable().default(null),
  /** The cloud has said that it does so. */
  isCancelAccepted: z.boolean().default(false),
  /** Resources that a deletion left behind on purpose. */
  retained: z.array(z.string()).default([]),
});
export type StackCheckpoint = z.infer<typeof stackCheckpointSchema>;

import { z } from "zod";
import { failureSchema } from "./schema";

/** Where the work on one stack stands. Written before each effect, so whoever goes on knows what may already have happened. */
export const stackCheckpointSchema = z.object({
  phase: z
    .enum([
      /** Look at what is there. */
      "FIND",
      /** A change set is about to be made, or is being worked out. */
      "CHANGE_SET",
      /** It is about to be executed, or was. */
      "EXECUTE",
      /** The stack is about to be deleted, or deletion was asked for. */
      "DELETE",
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
  /** Looks since the present phase began, for the pauses between them. */
  looks: z.number().int().default(0),
  /** Cancelling was begun: by rolling back an update, or by deleting what was being created. */
  cancel: z.enum(["ROLL_BACK", "DELETE"]).nullable().default(null),
  /** Resources that a deletion left behind on purpose. */
  retained: z.array(z.string()).default([]),
});
export type StackCheckpoint = z.infer<typeof stackCheckpointSchema>;

/** The name and the tokens of one stack's operations in one run: a repeat after a crash finds the first one by them. */
export const operationName = (
  runId: string,
  stackKey: string,
  what: "" | "execute" | "delete" | "cancel" | "clean" = "",
): string => ["gr", runId, stackKey, what].filter(Boolean).join("-");

/** Whether a token belongs to an operation of Greenroom. */
export const isOurToken = (token: string | null): boolean => token?.startsWith("gr-") ?? false;

import type { AppErrorInput } from "@greenroom/errors";
import type { SynthesizedStack, SynthesizeInput } from "../contract";

/** The child's first message: it has loaded what it needs. */
export const READY = "ready";

/** What goes to the child, one at a time. */
export interface SynthRequest {
  id: number;
  input: SynthesizeInput;
}

/** An AppError in a form that survives the channel; the cause stays in the child. */
export type CarriedError = Omit<AppErrorInput, "cause">;

export type SynthReply =
  | { id: number; ok: true; stacks: SynthesizedStack[] }
  | { id: number; ok: false; error: CarriedError };

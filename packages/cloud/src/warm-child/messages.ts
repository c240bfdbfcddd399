import type { AppErrorInput } from "@greenroom/errors";

/** The child's first message: it has loaded what it needs. */
export const READY = "ready";

/** What goes to the child, one at a time. */
export interface ChildRequest<Input> {
  id: number;
  input: Input;
}

/** An AppError in a form that survives the channel; the cause stays in the child. */
export type CarriedError = Omit<AppErrorInput, "cause">;

/** `rssBytes`: the child's memory when it had answered. */
export type ChildReply<Answer> = { id: number; rssBytes: number } & (
  | { ok: true; answer: Answer }
  | { ok: false; error: CarriedError }
);

import type { ErrorKey } from "@greenroom/errors";
import type { Message } from "@greenroom/messages";

/** The child's first message: it has loaded what it needs. */
export const READY = "ready";

/** What goes to the child, one at a time. */
export interface ChildRequest<Input> {
  id: number;
  input: Input;
}

/** An AppError in a form that survives the channel; the cause stays in the child. */
export interface CarriedError {
  says: Message<ErrorKey>;
  field?: string;
}

/** `rssBytes`: the child's memory when it had answered. */
export type ChildReply<Answer> = { id: number; rssBytes: number } & (
  | { ok: true; answer: Answer }
  | { ok: false; error: CarriedError }
);

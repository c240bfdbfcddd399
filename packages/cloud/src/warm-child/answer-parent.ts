import { type ErrorKey, isAppError } from "@greenroom/errors";
import type { Message } from "@greenroom/messages";
import { type CarriedError, type ChildReply, type ChildRequest, READY } from "./messages";

/**
 * The child's side of a warm child: answers one request after the other, and ends with its parent.
 * @param work throws AppErrors that are told as they are
 * @param explain words for any other error
 * @param warmUp loads what the first request would otherwise wait for
 */
export function answerParent<Input, Answer>(
  work: (input: Input) => Answer,
  explain: (reason: string, input: Input) => Message<ErrorKey>,
  warmUp: () => void = () => {},
): void {
  const carry = (error: unknown, input: Input): CarriedError => {
    if (isAppError(error)) return { says: error.says, field: error.field };
    return { says: explain(error instanceof Error ? error.message : String(error), input) };
  };
  const answer = ({ id, input }: ChildRequest<Input>): ChildReply<Answer> => {
    try {
      const answer = work(input);
      return { id, rssBytes: process.memoryUsage.rss(), ok: true, answer };
    } catch (error) {
      return { id, rssBytes: process.memoryUsage.rss(), ok: false, error: carry(error, input) };
    }
  };
  process.on("message", (request: ChildRequest<Input>) => process.send?.(answer(request)));
  process.on("disconnect", () => process.exit(0));
  // Ctrl-C reaches the whole process group; the parent finishes its work first and then lets go of the
  // channel.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
  warmUp();
  process.send?.(READY);
}

import { AppError } from "@greenroom/errors";
import { type ChildReply, type ChildRequest, READY } from "./messages";
import type { Child } from "./start-child";

/** A child loads CDK in about a second, the policy engines in three; a busy machine may need many. */
const START_TIMEOUT_MS = 120_000;

/**
 * The child ended or did not answer: another one may do better. `message` says which, as the end of a
 * sentence about it.
 */
export class ChildStopped extends Error {}

/**
 * Sends one request and waits for its answer, at most `timeoutMs` from when the child is ready.
 * @throws ChildStopped, or the AppError that the child's work ended with
 */
export function askChild<Input, Answer>(
  child: Child,
  request: ChildRequest<Input>,
  timeoutMs: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      child.process.off("message", onMessage);
      child.process.off("exit", onExit);
    };
    const onMessage = (message: unknown) => {
      const reply = message as ChildReply<Answer> | typeof READY;
      if (reply === READY) {
        clearTimeout(timer);
        timer = setTimeout(onTimeout, timeoutMs);
        return;
      }
      if (reply.id !== request.id) return;
      finish();
      child.rssBytes = reply.rssBytes;
      if (reply.ok) resolve(reply.answer);
      else reject(AppError.of(reply.error.says, { field: reply.error.field }));
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
      finish();
      reject(new ChildStopped(`stopped: ${lastWords(child.stderr) ?? `it ended with ${signal ?? code}`}.`));
    };
    const onTimeout = () => {
      finish();
      child.process.kill("SIGKILL");
      const limitMs = child.isReady ? timeoutMs : START_TIMEOUT_MS;
      reject(new ChildStopped(`took longer than ${limitMs / 1000} s and was stopped.`));
    };
    let timer = setTimeout(onTimeout, child.isReady ? timeoutMs : START_TIMEOUT_MS);
    child.process.on("message", onMessage);
    child.process.on("exit", onExit);
    child.process.send(request, (error) => {
      if (!error) return;
      finish();
      reject(new ChildStopped(`could not be reached: ${error.message}.`));
    });
  });
}

/** The line of an uncaught error, or of V8 when the heap is full. */
function lastWords(stderr: string): string | null {
  const lines = stderr.split("\n").map((line) => line.trim());
  return lines.findLast((line) => /^(\w*Error\b|FATAL ERROR)/.test(line))?.replace(/\.$/, "") ?? null;
}

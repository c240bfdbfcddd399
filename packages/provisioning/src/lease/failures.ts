import { type AppError, ERROR_CODES, type ErrorCode } from "@greenroom/errors";
import { type Message, message } from "@greenroom/messages";
import type { RunKind } from "../lifecycle";
import type { Failure } from "../schema";

interface FailureInput extends Partial<Pick<Failure, "code" | "logicalId" | "resourceType">> {
  says: Message;
  remedy: Message | null;
  stackKey: string | null;
}

/** A failure in Greenroom's words or the cloud's; by its code the cloud refused, unless another is given. */
export const failureWith = ({ says, ...place }: FailureInput): Failure => ({
  code: "CLOUD_REFUSED",
  logicalId: null,
  resourceType: null,
  ...place,
  message: says,
});

/** What to do about an error, by who has to act. A plan is never retried: its request is submitted again. */
const REMEDIES = {
  PLAN: { user: "remedy.user", cloud: "remedy.planGreenroom", greenroom: "remedy.planGreenroom" },
  APPLY: { user: "remedy.user", cloud: "remedy.cloud", greenroom: "remedy.greenroom" },
  DESTROY: { user: "remedy.user", cloud: "remedy.cloud", greenroom: "remedy.greenroom" },
} as const satisfies Record<RunKind, Record<(typeof ERROR_CODES)[ErrorCode]["blame"], string>>;

/** What a run shows of an error that ended it. */
export function failureOf(error: AppError, kind: RunKind, stackKey: string | null = null): Failure {
  const { code, says } = error;
  return failureWith({ code, says, remedy: message(REMEDIES[kind][ERROR_CODES[code].blame]), stackKey });
}

/** What is shown of a run that one worker after the other died over. @param limit how many */
export const crashLimitFailure = (kind: RunKind, limit: number): Failure =>
  failureWith({
    code: "INTERNAL",
    says: message("run.setAside", { limit }),
    remedy: message(kind === "PLAN" ? "remedy.planReadLogs" : "remedy.readLogs"),
    stackKey: null,
  });

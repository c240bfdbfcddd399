import { type AppError, ERROR_CODES, type ErrorCode, tell, type Wording, wordsOf } from "@greenroom/errors";
import type { RunKind } from "../lifecycle";
import type { Failure } from "../schema";

interface FailureInput extends Partial<Pick<Failure, "code" | "logicalId" | "resourceType">> {
  says: Wording;
  remedy: Wording | null;
  stackKey: string | null;
}

/** A failure in Greenroom's words or the cloud's; by its code the cloud refused, unless another is given. */
export function failureSaying({ says, remedy, ...place }: FailureInput): Failure {
  const failure = { code: "CLOUD_REFUSED", logicalId: null, resourceType: null, ...place };
  return withRemedy({ ...failure, ...wordsOf(says), remedy: null }, remedy);
}

/** The same failure with another remedy; one that has values of its own is only kept in English. */
export function withRemedy({ remedyKey: _, ...failure }: Failure, remedy: Wording | null): Failure {
  const key = remedy?.details ? undefined : remedy?.messageKey;
  return { ...failure, remedy: remedy?.message ?? null, ...(key !== undefined && { remedyKey: key }) };
}

/** The remedy of a failure or a check, as a text of its own. */
export const remedyOf = ({ remedy, remedyKey }: Pick<Failure, "remedy" | "remedyKey">): Wording | null =>
  remedy === null ? null : wordsOf({ message: remedy, messageKey: remedyKey });

/** What to do about an error, by who has to act. A plan is never retried: its request is submitted again. */
const REMEDIES = {
  PLAN: { user: "remedy.user", cloud: "remedy.planGreenroom", greenroom: "remedy.planGreenroom" },
  APPLY: { user: "remedy.user", cloud: "remedy.cloud", greenroom: "remedy.greenroom" },
  DESTROY: { user: "remedy.user", cloud: "remedy.cloud", greenroom: "remedy.greenroom" },
} as const satisfies Record<RunKind, Record<(typeof ERROR_CODES)[ErrorCode]["blame"], string>>;

/** What a run shows of an error that ended it. */
export function failureOf(error: AppError, kind: RunKind, stackKey: string | null = null): Failure {
  const { code, userMessage, messageKey, details } = error;
  const remedy = tell(REMEDIES[kind][ERROR_CODES[code].blame]);
  return failureSaying({ code, says: { message: userMessage, messageKey, details }, remedy, stackKey });
}

/** What is shown of a run that one worker after the other died over. @param limit how many */
export const setAsideFailure = (kind: RunKind, limit: number): Failure =>
  failureSaying({
    code: "INTERNAL",
    says: tell("run.setAside", { limit }),
    remedy: tell(kind === "PLAN" ? "remedy.planReadLogs" : "remedy.readLogs"),
    stackKey: null,
  });

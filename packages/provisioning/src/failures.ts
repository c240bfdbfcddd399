import { type AppError, ERROR_CODES, tell, type Wording, wordsOf } from "@greenroom/errors";
import type { Failure } from "./schema";

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

/** What a run shows of an error that ended it. */
export function failureOf(error: AppError, stackKey: string | null = null): Failure {
  const { code, userMessage, messageKey, details } = error;
  const remedy = tell(`remedy.${ERROR_CODES[code].blame}`);
  return failureSaying({ code, says: { message: userMessage, messageKey, details }, remedy, stackKey });
}

import { type AppError, ERROR_CODES } from "@greenroom/errors";
import type { Failure } from "./schema";

const REMEDY_BY_BLAME = {
  user: "Correct the request and submit it again.",
  cloud: "Read what the cloud says, correct the cause, then retry the run.",
  greenroom: "Retry the run. If it fails again, tell the platform team its number.",
} as const;

/** What a run shows of an error that ended it. */
export function failureOf(error: AppError, stackKey: string | null = null): Failure {
  return {
    code: error.code,
    message: error.userMessage,
    remedy: REMEDY_BY_BLAME[ERROR_CODES[error.code].blame],
    stackKey,
    logicalId: null,
    resourceType: null,
  };
}

export const cloudFailure = (
  failure: Partial<Failure> & Pick<Failure, "message" | "remedy" | "stackKey">,
): Failure => ({ code: "CLOUD_REFUSED", logicalId: null, resourceType: null, ...failure });

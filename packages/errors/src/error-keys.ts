import { type InputKey, isInputKey, type MessageKey } from "@greenroom/messages";
import type { ErrorCode } from "./error-codes";

/**
 * The code of every message that an error can say. What is wrong with a value that somebody sent (`InputKey`) is INVALID_INPUT and
 * not listed.
 */
const ERROR_KEYS = {
  internal: "INTERNAL",
  databaseBusy: "DATABASE_UNAVAILABLE",
  databaseUnavailable: "DATABASE_UNAVAILABLE",
  unauthenticated: "UNAUTHENTICATED",
  rightsUnsteady: "CONFLICT",
  noMembership: "FORBIDDEN",
  cursorInvalid: "INVALID_INPUT",
  procedureUnknown: "NOT_FOUND",
  callRefused: "INVALID_INPUT",
  tooFast: "RATE_LIMITED",
  tooManyStreams: "RATE_LIMITED",

  nameTaken: "CONFLICT",
  nameKept: "CONFLICT",
  nameRequested: "CONFLICT",
  nameRequestedByYou: "CONFLICT",
  tooManyOpen: "CONFLICT",
  teamTooManyOpen: "CONFLICT",
  teamForbidden: "FORBIDDEN",
  changeForbidden: "FORBIDDEN",
  accountUnknown: "INVALID_INPUT",
  regionUnknown: "INVALID_INPUT",
  blueprintUnknown: "INVALID_INPUT",
  cidrOverlap: "CONFLICT",
  cidrOverlapHidden: "CONFLICT",
  cidrExhausted: "CONFLICT",
  domainClaimed: "CONFLICT",
  domainClaimedHidden: "CONFLICT",
  configRecorderClaimed: "CONFLICT",
  configRecorderClaimedHidden: "CONFLICT",
  securityHubClaimed: "CONFLICT",
  securityHubClaimedHidden: "CONFLICT",
  lifetimeLimit: "INVALID_INPUT",
  lifetimeRequired: "INVALID_INPUT",
  environmentGone: "CONFLICT",
  environmentBusy: "CONFLICT",
  staleForm: "STALE",
  nothingChanged: "INVALID_INPUT",
  typedNameMismatch: "INVALID_INPUT",
  requestNotFound: "NOT_FOUND",
  requestMoved: "CONFLICT",
  withdrawForbidden: "FORBIDDEN",
  decideForbidden: "FORBIDDEN",
  ownRequest: "FORBIDDEN",
  planMoved: "STALE",
  approvalVoided: "STALE",
  unknownRegion: "INVALID_INPUT",
  blueprintNotFound: "NOT_FOUND",

  environmentNotFound: "NOT_FOUND",
  environmentMoved: "CONFLICT",

  runNotFound: "NOT_FOUND",
  runMoved: "CONFLICT",
  runCancelForbidden: "FORBIDDEN",
  runEnded: "CONFLICT",
  runRetryForbidden: "FORBIDDEN",
  runNotRetryable: "CONFLICT",
  runNeedsRollback: "CONFLICT",
  runNothingToRollBack: "CONFLICT",
  runNeedsClean: "CONFLICT",
  templateNotFound: "NOT_FOUND",
  digestMismatch: "DIGEST_MISMATCH",

  "cloud.wrongAccount": "CLOUD_REFUSED",
  "cloud.strangeStack": "CLOUD_REFUSED",
  "cloud.notLetIn": "CLOUD_REFUSED",
  "cloud.signIn": "CLOUD_REFUSED",
  "cloud.refused": "CLOUD_REFUSED",
  "cloud.notSynthesized": "TEMPLATE_INVALID",
  "cloud.policyUnable": "INTERNAL",
  "cloud.childStopped": "INTERNAL",

  templateUnreadable: "TEMPLATE_INVALID",
  usageFileUnreadable: "INVALID_INPUT",
  usageInvalid: "INVALID_INPUT",
  anomalyNotFound: "NOT_FOUND",
  anomalyDismissed: "CONFLICT",
  anomalyNotYours: "FORBIDDEN",
  budgetBlocks: "BUDGET_EXCEEDED",
  budgetBlocksAtLeast: "BUDGET_EXCEEDED",
  budgetNeedsEngineer: "FORBIDDEN",
  budgetNeedsEngineerAtLeast: "FORBIDDEN",
  budgetNotYours: "FORBIDDEN",
  budgetTeamNotFound: "NOT_FOUND",
  budgetMoved: "STALE",
  budgetAlertNotFound: "NOT_FOUND",
  budgetAlertNotYours: "FORBIDDEN",
  costNotANumber: "INTERNAL",
  "discount.notYours": "FORBIDDEN",
  "budget.amount": "INVALID_INPUT",
  "budget.tooMany": "INVALID_INPUT",
  "budget.sameTwice": "INVALID_INPUT",
  "discount.noAccount": "INVALID_INPUT",
  "discount.meetsNothing": "INVALID_INPUT",
  "discount.name": "INVALID_INPUT",
  "discount.percent": "INVALID_INPUT",
  "discount.day": "INVALID_INPUT",
  "discount.endsBeforeStart": "INVALID_INPUT",

  "account.notYours": "FORBIDDEN",
  "account.notFound": "NOT_FOUND",
  "account.isThere": "CONFLICT",
  "account.numberStays": "INVALID_INPUT",
  "account.stale": "STALE",
  "account.number": "INVALID_INPUT",
  "account.name": "INVALID_INPUT",
  "account.region": "INVALID_INPUT",
  "account.noRegion": "INVALID_INPUT",
  "account.tooManyRegions": "INVALID_INPUT",
  "account.partitions": "INVALID_INPUT",
  "account.roleArn": "INVALID_INPUT",
  "account.roleOfAnother": "INVALID_INPUT",
  "account.rolePartition": "INVALID_INPUT",
} as const satisfies Partial<Record<MessageKey, ErrorCode>>;

/** Whatever an error can say. */
export type ErrorKey = keyof typeof ERROR_KEYS | InputKey;

export const isErrorKey = (key: string): key is ErrorKey => Object.hasOwn(ERROR_KEYS, key) || isInputKey(key);

/** The code under which this is refused. */
export function codeOf(key: ErrorKey): ErrorCode {
  const codes: Partial<Record<ErrorKey, ErrorCode>> = ERROR_KEYS;
  return codes[key] ?? "INVALID_INPUT";
}

import { AppError, type ErrorCode, type ErrorKey } from "@greenroom/errors";
import { type Message, say } from "@greenroom/messages";
import { describe, expect, it } from "vitest";
import { allowedActions, RUN_KINDS } from "../lifecycle";
import { crashLimitFailure, failureOf } from "./failures";

const textOf = (remedy: Message | null) => (remedy ? say("en", remedy) : "");
const facts = { status: "FAILED", isLatest: true, retryMode: "RETRY", isCancelling: false } as const;

const KEYS = {
  INVALID_INPUT: "cursorInvalid",
  UNAUTHENTICATED: "unauthenticated",
  FORBIDDEN: "noMembership",
  NOT_FOUND: "requestNotFound",
  CONFLICT: "rightsUnsteady",
  STALE: "budgetMoved",
  RATE_LIMITED: "tooFast",
  TEMPLATE_INVALID: "templateUnreadable",
  BUDGET_EXCEEDED: "budgetBlocks",
  DIGEST_MISMATCH: "digestMismatch",
  CLOUD_REFUSED: "cloud.refused",
  CLOUD_UNAVAILABLE: "cloud.away",
  DATABASE_UNAVAILABLE: "databaseBusy",
  INTERNAL: "internal",
} as const satisfies Record<ErrorCode, ErrorKey>;

describe.each(RUN_KINDS)("what to do about a failed %s", (kind) => {
  // A plan is never the newest run of an environment that failed.
  const canRetry = allowedActions({ ...facts, isLatest: kind !== "PLAN" }, new Set(["run.retry"])).includes(
    "retry",
  );

  it.each(Object.entries(KEYS))("%s: the remedy is one that there is", (code, key) => {
    const { code: failed, remedy } = failureOf(AppError.of({ key }), kind);
    expect(failed).toBe(code);
    if (!canRetry) expect(textOf(remedy)).not.toMatch(/retry/i);
  });

  it("after workers died over it, too", () => {
    const { remedy } = crashLimitFailure(kind, 3);
    expect(/retry/i.test(textOf(remedy))).toBe(canRetry);
  });
});

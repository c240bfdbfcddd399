import { AppError, ERROR_CODES, type ErrorCode } from "@greenroom/errors";
import { type Message, say } from "@greenroom/messages";
import { describe, expect, it } from "vitest";
import { allowedActions, RUN_KINDS } from "../lifecycle";
import { failureOf, setAsideFailure } from "./failures";

const textOf = (remedy: Message | null) => (remedy ? say("en", remedy) : "");
const facts = { status: "FAILED", isLatest: true, retryMode: "RETRY", isCancelling: false } as const;

describe.each(RUN_KINDS)("what to do about a failed %s", (kind) => {
  // A plan is never the newest run of an environment that failed.
  const canRetry = allowedActions({ ...facts, isLatest: kind !== "PLAN" }, new Set(["run.retry"])).includes(
    "retry",
  );

  it.each(Object.keys(ERROR_CODES) as ErrorCode[])("%s: the remedy is one that there is", (code) => {
    const { remedy } = failureOf(new AppError({ code, userMessage: "It went wrong." }), kind);
    expect(remedy).not.toBeNull();
    if (!canRetry) expect(textOf(remedy)).not.toMatch(/retry/i);
  });

  it("after workers died over it, too", () => {
    const { remedy } = setAsideFailure(kind, 3);
    expect(/retry/i.test(textOf(remedy))).toBe(canRetry);
  });
});

import { describe, expect, it } from "vitest";
import { tell } from "./index";

describe("tell", () => {
  it("gives the English with its values, and the key and the values for other languages", () => {
    expect(tell("run.stackIs", { stackName: "shop", status: "UPDATE_FAILED" })).toEqual({
      message: "The stack shop is UPDATE_FAILED.",
      messageKey: "run.stackIs",
      details: { stackName: "shop", status: "UPDATE_FAILED" },
    });
  });

  it("carries no details where there is nothing to fill", () => {
    expect(tell("remedy.user")).toEqual({
      message: "Correct the request and submit it again.",
      messageKey: "remedy.user",
    });
  });

  it("says a text inside another, and keeps it to be said again", () => {
    const failure = tell("run.onlyDeletable", { status: "ROLLBACK_COMPLETE" });
    expect(tell("trail.runFailed", { number: 7, failure })).toEqual({
      message:
        "Run #7 failed: The stack is ROLLBACK_COMPLETE after an earlier failure and can only be deleted.",
      messageKey: "trail.runFailed",
      details: { number: 7, failure },
    });
  });

  it("fills each hole once: braces in somebody else's words stay as they are", () => {
    expect(tell("trail.runFailed", { number: 7, failure: "expected {number}" }).message).toBe(
      "Run #7 failed: expected {number}",
    );
  });
});

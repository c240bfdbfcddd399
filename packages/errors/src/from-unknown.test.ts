import { describe, expect, it } from "vitest";
import { AppError, ERROR_CODES, fromUnknown, isAppError } from "./index";

describe("fromUnknown", () => {
  it("passes an AppError through, also from deep inside causes", () => {
    const inner = new AppError("nameTaken", { name: "blue" });
    expect(fromUnknown(inner)).toBe(inner);
    expect(fromUnknown(new Error("outer", { cause: new Error("middle", { cause: inner }) }))).toBe(inner);
  });

  it.each([
    Object.assign(new Error("x"), { code: "P1001" }),
    Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" }),
    new Error("Connection terminated unexpectedly"),
    new Error("Query read timeout"),
    new Error("timeout exceeded when trying to connect"),
    Object.assign(
      new Error("Raw query failed. Code: `57014`. Message: `canceling statement due to statement timeout`"),
      {
        code: "P2010",
      },
    ),
    Object.assign(new Error("terminating connection due to administrator command"), { code: "57P01" }),
  ])("calls a lost database DATABASE_UNAVAILABLE, which may be tried again: %s", (error) => {
    const appError = fromUnknown(error);
    expect(appError.code).toBe("DATABASE_UNAVAILABLE");
    expect(appError.isRetryable).toBe(true);
    expect(appError.cause).toBe(error);
  });

  it("tells nobody what an unexpected error said", () => {
    const appError = fromUnknown(new Error("password=hunter2"));
    expect(appError.code).toBe("INTERNAL");
    expect(appError.message).not.toContain("hunter2");
  });

  it.each([null, undefined, "text", 42, {}])("survives %s", (thrown) => {
    expect(fromUnknown(thrown).code).toBe("INTERNAL");
  });
});

describe("isAppError", () => {
  it("goes by the brand, so that two copies of the module agree", () => {
    expect(isAppError(Object.assign(new Error(), { [Symbol.for("greenroom.AppError")]: true }))).toBe(true);
    expect(isAppError(new Error())).toBe(false);
    expect(isAppError(null)).toBe(false);
  });
});

describe("ERROR_CODES", () => {
  it("asks for another try only with a 4xx or 5xx that means so", () => {
    for (const [code, treatment] of Object.entries(ERROR_CODES)) {
      expect([429, 503].includes(treatment.http), code).toBe(treatment.isRetryable);
    }
  });
});

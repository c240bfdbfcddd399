import { describe, expect, it } from "vitest";
import { bilingual, isMessageKey, message, say, verbatim } from "./index";

describe("say", () => {
  it("says a message in the reader's language", () => {
    const stackIs = message("run.stackIs", { stackName: "shop", status: "UPDATE_FAILED" });
    expect(say("en", stackIs)).toBe("The stack shop is UPDATE_FAILED.");
    expect(say("ko", stackIs)).toBe("스택 shop의 상태는 UPDATE_FAILED입니다.");
  });

  it("says a message inside another in the same language, and somebody else's words as they are", () => {
    const failure = message("run.onlyDeletable", { status: "ROLLBACK_COMPLETE" });
    expect(say("ko", message("trail.runFailed", { number: 7, failure }))).toBe(
      "#7번 실행 실패: 스택이 이전 실패로 ROLLBACK_COMPLETE 상태이며 삭제만 가능합니다.",
    );
    expect(
      say("ko", message("trail.runFailed", { number: 7, failure: verbatim("expected {number} <b>") })),
    ).toBe("#7번 실행 실패: expected {number} <b>");
  });

  it("says what has both languages in the reader's", () => {
    const text = bilingual({ en: "The name {x}", ko: "이름" });
    expect([say("en", text), say("ko", text)]).toEqual(["The name {x}", "이름"]);
  });

  it("keeps numbers as they are, so that run #1234 is not #1,234", () => {
    expect(say("en", message("trail.runStarted", { number: 1234 }))).toBe("Run #1234 started.");
  });

  it("says a value that is not known as a dash", () => {
    expect(say("en", message("run.stackIs", { stackName: "shop", status: null }))).toBe(
      "The stack shop is –.",
    );
  });
});

describe("isMessageKey", () => {
  it.each(["run", "run.gone", "toString", "run.stackIs.length", ""])("%j is no key", (key) => {
    expect(isMessageKey(key)).toBe(false);
  });
});

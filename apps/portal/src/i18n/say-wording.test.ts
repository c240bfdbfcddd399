import { OWN_MESSAGES, tell, type Wording } from "@greenroom/errors";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import en from "../../messages/en.json";
import ko from "../../messages/ko.json";
import type { Locale } from "./locales";
import { type ErrorCatalogue, sayWording } from "./say-wording";

function say(locale: Locale, wording: Wording): string {
  const messages = locale === "en" ? en : ko;
  const t = createTranslator({ locale, messages, namespace: "errors", onError() {} });
  return sayWording(t as ErrorCatalogue, locale, wording);
}

describe("sayWording", () => {
  it("says what has a key in the reader's language", () => {
    const wording = tell("run.stackIs", { stackName: "shop", status: "UPDATE_FAILED" });
    expect(say("ko", wording)).toBe("스택 shop의 상태는 UPDATE_FAILED입니다.");
    expect(say("en", wording)).toBe(wording.message);
  });

  it("says a text inside another in the same language, and somebody else's in its own words", () => {
    const failure = tell("run.onlyDeletable", { status: "ROLLBACK_COMPLETE" });
    expect(say("ko", tell("trail.runFailed", { number: 7, failure }))).toBe(
      "실행 #7 실패: 스택이 이전 실패로 ROLLBACK_COMPLETE 상태이며 삭제만 가능합니다.",
    );
    const aws = { message: "Resource limit exceeded ({1})" };
    expect(say("ko", tell("trail.runFailed", { number: 7, failure: aws }))).toBe(
      "실행 #7 실패: Resource limit exceeded ({1})",
    );
  });

  it("says data that has both languages in the reader's, within a text too", () => {
    const parts = { message: "CAPTCHA attempts 5,256,000 a month", messageKo: "월 CAPTCHA 시도 5,256,000" };
    const details = { number: 7, name: "shop", usd: "9.00", limit: "8.00", budget: "8.00", parts };
    const refused = { message: "Refused.", messageKey: "budgetBlocksAtLeast", details };
    expect(say("en", refused)).toContain(
      "at least $9.00 a month (without a price: CAPTCHA attempts 5,256,000 a month)",
    );
    expect(say("ko", refused)).toContain(
      "최소 $9.00가 됩니다(가격을 알 수 없는 항목: 월 CAPTCHA 시도 5,256,000)",
    );
  });

  it.each<[string, Wording]>([
    ["without a key", { message: "Older row." }],
    ["with a key that is gone", { message: "Older row.", messageKey: "run.gone" }],
    ["without the values", { message: "Older row.", messageKey: "run.stackIs" }],
  ])("falls back to the stored text of a row %s", (_, wording) => {
    expect(say("ko", wording)).toBe("Older row.");
  });

  it("says a problem of a spec by the blueprints' own texts", () => {
    expect(say("ko", { message: "x", messageKey: "spec.cidr.empty" })).toMatch(/[가-힣]/);
  });
});

describe("what Greenroom itself says", () => {
  const textOf = (tree: unknown, key: string) =>
    key
      .split(".")
      .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], tree);

  it.each(Object.entries(OWN_MESSAGES))("%s is in both catalogues, with the same English", (key, text) => {
    expect(textOf(en.errors, key)).toBe(text);
    expect(textOf(ko.errors, key)).toBeTypeOf("string");
  });
});

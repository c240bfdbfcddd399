import { describe, expect, it } from "vitest";
import { message, messageSchema, readOlderMessage, say, verbatim } from "./index";

describe("messageSchema", () => {
  it("reads what it wrote", () => {
    const failure = message("trail.runFailed", { number: 7, failure: verbatim("AWS said so.") });
    expect(messageSchema.parse(JSON.parse(JSON.stringify(failure)))).toEqual(failure);
  });

  it("reads a text of an earlier version by its key, texts among its values too", () => {
    const older = {
      message: "Run #7 failed: The stack shop is UPDATE_FAILED.",
      messageKey: "trail.runFailed",
      details: {
        number: 7,
        failure: {
          message: "The stack shop is UPDATE_FAILED.",
          messageKey: "run.stackIs",
          details: { stackName: "shop", status: "UPDATE_FAILED" },
        },
      },
    };
    expect(messageSchema.parse(older)).toEqual(
      message("trail.runFailed", {
        number: 7,
        failure: message("run.stackIs", { stackName: "shop", status: "UPDATE_FAILED" }),
      }),
    );
  });

  it.each([
    ["without a key", { message: "Older row." }],
    ["whose key is gone", { message: "Older row.", messageKey: "run.gone" }],
    ["whose values are missing", { message: "Older row.", messageKey: "run.stackIs" }],
  ])("keeps the words of an earlier text %s", (_, older) => {
    expect(say("ko", messageSchema.parse(older))).toBe("Older row.");
  });

  it("keeps both languages of an earlier text that has no key", () => {
    const read = messageSchema.parse({ message: "without a price", messageKo: "가격 없음" });
    expect([say("en", read), say("ko", read)]).toEqual(["without a price", "가격 없음"]);
  });

  it("names a key that a newer version took away", () => {
    expect(messageSchema.parse({ key: "run.gone", values: { a: 1 } })).toEqual(verbatim("run.gone"));
  });

  it.each([null, "text", {}, { key: 1 }, { key: "run.stackIs", values: { a: [] } }])(
    "refuses %j",
    (value) => {
      expect(messageSchema.safeParse(value).success).toBe(false);
    },
  );
});

describe("readOlderMessage", () => {
  it("gathers a text that an earlier version spread over its row", () => {
    const row = {
      code: "CLOUD_REFUSED",
      message: "The stack shop is UPDATE_FAILED.",
      messageKey: "run.stackIs",
      details: { stackName: "shop", status: "UPDATE_FAILED" },
      remedy: "Correct the request and submit it again.",
      remedyKey: "remedy.user",
    };
    expect(readOlderMessage(row)).toEqual({
      code: "CLOUD_REFUSED",
      message: { message: row.message, messageKey: row.messageKey, details: row.details },
      remedy: { message: row.remedy, messageKey: row.remedyKey },
    });
  });

  it("leaves a row of today alone", () => {
    const row = { code: "X", message: message("remedy.user"), remedy: null };
    expect(readOlderMessage(row)).toBe(row);
  });
});

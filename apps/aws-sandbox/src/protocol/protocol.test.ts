import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { accessKeyIdFor, placeOf } from "./credentials";
import { flag, mapList, parseQuery, text, textList } from "./query";
import { renderError, renderResponse } from "./render-xml";

const parser = new XMLParser({ parseTagValue: false, trimValues: false });

describe("a response", () => {
  it("holds any text so that an XML reader gets it back", () => {
    // XML cannot hold these at all; AWS does not send them either.
    const sendable = (value: string) =>
      value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
    const texts = fc.string({ minLength: 1 }).map((value) => sendable(value.replaceAll("\r", "")));
    fc.assert(
      fc.property(
        fc.array(
          texts.filter((value) => value.trim() !== ""),
          { minLength: 2 },
        ),
        (Items) => {
          const xml = renderResponse("ListThings", "2010-05-15", { Items, Absent: undefined }, "id");
          const read = parser.parse(xml).ListThingsResponse;
          expect(read.ListThingsResult).toEqual({ Items: { member: Items } });
          expect(read.ResponseMetadata.RequestId).toBe("id");
        },
      ),
    );
  });

  it("says whose fault an error is", () => {
    const error = { code: "ValidationError", message: "a < b & c", httpStatus: 400 };
    const read = parser.parse(renderError(error, "id")).ErrorResponse;
    expect(read.Error).toEqual({ Type: "Sender", Code: "ValidationError", Message: "a < b & c" });
    expect(renderError({ ...error, httpStatus: 500 }, "id")).toContain("<Type>Receiver</Type>");
  });
});

describe("a request", () => {
  it("is read into fields and lists, in the order of their numbers", () => {
    const query = parseQuery(
      "Action=A&Tags.member.2.Key=b&Tags.member.10.Key=c&Tags.member.1.Key=a&Flag=true&Empty=&Caps.member.1=X&List=",
    );
    expect(mapList(query, "Tags")?.map((tag) => text(tag, "Key"))).toEqual(["a", "b", "c"]);
    expect([flag(query, "Flag"), text(query, "Empty"), textList(query, "Caps")]).toEqual([
      true,
      undefined,
      ["X"],
    ]);
    expect([mapList(query, "List"), mapList(query, "None")]).toEqual([[], undefined]);
  });

  it("of any shape is read without harm", () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        const query = parseQuery(body);
        text(query, "Action");
        mapList(query, "Tags");
        expect(({} as Record<string, unknown>).member).toBeUndefined();
      }),
    );
  });
});

describe("the place of a request", () => {
  const signed = (keyId: string) =>
    `AWS4-HMAC-SHA256 Credential=${keyId}/20260101/eu-west-1/cloudformation/aws4_request`;

  it.each([
    [signed("AKIAEXAMPLE"), "000000000000", "eu-west-1"],
    [signed("111122223333"), "111122223333", "eu-west-1"],
    [signed(accessKeyIdFor("444455556666")), "444455556666", "eu-west-1"],
    [undefined, "000000000000", "us-east-1"],
    ["Bearer x", "000000000000", "us-east-1"],
  ])("of %s is %s in %s", (authorization, accountId, region) => {
    expect(placeOf(authorization)).toEqual({ accountId, region });
  });
});

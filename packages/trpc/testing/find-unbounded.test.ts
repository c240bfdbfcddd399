import { expect, it } from "vitest";
import { z } from "zod";
import { findUnbounded } from "./find-unbounded";

const text = z.string().max(10);
const small = (group: Record<string, unknown>) => Object.keys(group).length < 10;

it.each([
  ["text", z.string()],
  ["text of a pattern", z.string().regex(/^\d+$/)],
  ["a number", z.number()],
  ["a whole number", z.number().int().min(0)],
  ["a list", z.array(text)],
  ["a list of a wrapped text", z.array(z.string().optional()).max(3)],
  ["a record", z.record(text, text)],
  ["a record of keys of any length", z.record(z.string(), text).refine(small)],
  ["an object that strips", z.object({ a: text })],
  ["an object that lets through", z.looseObject({ a: text })],
  ["a field deep inside", z.strictObject({ a: z.strictObject({ b: z.array(z.number()).max(2).nullish() }) })],
  ["one branch", z.union([text, z.string()])],
  ["one branch by kind", z.discriminatedUnion("k", [z.strictObject({ k: z.literal(1), t: z.string() })])],
  ["what comes before a transformation", z.string().transform(Number)],
  ["unknown", z.unknown()],
  ["any", z.strictObject({ a: z.any() })],
  ["a coercion", z.coerce.number().min(0).max(9)],
  ["a date", z.date()],
  ["a custom type", z.custom<string>()],
  ["a map", z.map(text, text)],
  ["a recursion", z.lazy(() => text)],
])("finds %s without a bound", (_, schema) => {
  expect(findUnbounded(schema, "input")).not.toEqual([]);
});

it("is content with what has one", () => {
  const schema = z.strictObject({
    id: text,
    day: z.iso.date().nullish(),
    kind: z.enum(["a", "b"]).default("a"),
    count: z.number().int().min(1).max(100),
    list: z.array(z.union([text, z.boolean(), z.null()])).max(5),
    group: z.record(text, z.literal("x")).refine(small),
    number: z.string().max(5).transform(Number).pipe(z.number().min(0).max(9)),
  });
  expect(findUnbounded(schema, "input")).toEqual([]);
});

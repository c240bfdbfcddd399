import fc from "fast-check";
import { boundsOf, type Described, WRAPPERS } from "./schema-parts";

/** Values for a field by its name, where only a few make sense: ids of what is there. */
export type Known = Record<string, readonly unknown[]>;

/** What a schema takes, or nearly (refinements are not known): the ordinary caller. */
export function arbitraryOf(schema: unknown, known: Known, field = ""): fc.Arbitrary<unknown> {
  const { def } = (schema as Described)._zod;
  const bounds = boundsOf(schema as Described);
  const of = (part: Described | undefined, name = field) => arbitraryOf(part, known, name);
  const ids = known[field];
  if (ids && def.type !== "optional" && def.type !== "nullable")
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.string() });
  if (def.type === "optional" || def.type === "default")
    return fc.option(of(def.innerType), { nil: undefined });
  if (def.type === "nullable") return fc.option(of(def.innerType), { nil: null });
  if (WRAPPERS.has(def.type)) return of(def.innerType);
  switch (def.type) {
    case "string":
      return textOf(def.format, bounds);
    case "number":
      return fc.integer({ min: Math.max(bounds.min ?? 0, -1e9), max: Math.min(bounds.max ?? 100, 1e9) });
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case "literal":
      return fc.constantFrom(...(def.values ?? []));
    case "array":
      return fc.array(of(def.element), { maxLength: Math.min(bounds.max ?? 5, 5) });
    case "record":
      return fc.dictionary(fc.string({ maxLength: 20 }), of(def.valueType), { maxKeys: 4 });
    case "object":
      return fc.record(
        Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, part]) => [key, of(part, key)])),
      );
    case "union":
      return fc.oneof(...(def.options ?? []).map((option) => of(option)));
    case "pipe":
      return of(def.in);
    default:
      return fc.constant(null);
  }
}

function textOf(
  format: string | undefined,
  { min = 0, max = 50, pattern }: ReturnType<typeof boundsOf>,
): fc.Arbitrary<string> {
  if (format === "date")
    return fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }).map(dayOf);
  if (pattern) return fc.stringMatching(pattern, { maxLength: 60 });
  return fc.string({ minLength: Math.min(min, 50), maxLength: Math.min(max, 50), unit: "grapheme" });
}
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/**
 * What no field expects: operators of a query language, prototypes, huge and deep values, texts that break
 * what does not quote.
 */
const HOSTILE_VALUES: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, -0, 2 ** 31, 2 ** 53, 1e308, 5e-324, "", " ", [], {}, [[]], [null]],
  ...[
    "\0",
    "\ud800",
    "\u202e",
    "\r\n[error] forged",
    '\'; DROP TABLE "Run"; --',
    "%_\\",
    "${7*7}",
    "{{7*7}}",
  ],
  ...["../../etc/passwd", "__proto__", "constructor", "NaN", "Infinity", "-0", "1e999", "9".repeat(5_000)],
  ...[
    "x".repeat(30_000),
    "🦜".repeat(5_000),
    "ﷺ".repeat(1_000),
    "İ".repeat(100),
    "https://evil.example/?a=b#c",
  ],
  ...[{ not: "" }, { in: [] }, { contains: "%" }, { gt: 0 }, { equals: null }, { OR: [{}] }, { $ne: null }],
  ...[
    { toString: null },
    { constructor: { prototype: {} } },
    { length: 1e9 },

    { json: 1, meta: {} },
  ],
  ...[
    Array(3_000).fill(0),
    Array(400).fill({}),
    Object.fromEntries(Array.from({ length: 3_000 }, (_, k) => [k, k])),
  ],
];
const deep = fc
  .integer({ min: 2, max: 60 })
  .map((depth) => Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: [inner] }), 1));
const hostileValue = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...HOSTILE_VALUES) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);

/**
 * What is nearly right: one or two places of a valid input hold something else, are gone, or are too many.
 */
export function nearlyRight(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, fc.array(fc.tuple(fc.nat(), fc.nat(3), hostileValue), { minLength: 1, maxLength: 2 }))
    .map(([input, changes]) => changes.reduce<unknown>(change, input));
}

/** Goes down by `where` to some place of a value, and replaces, removes, adds or doubles there. */
function change(value: unknown, [where, how, by]: [number, number, unknown]): unknown {
  if (typeof value !== "object" || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[where % (keys.length + 1)];
  if (key === undefined) return Array.isArray(value) ? [...value, by] : { ...value, extra: by };
  const old = (value as Record<string, unknown>)[key];
  const goesDeeper = typeof old === "object" && old !== null && where % 2 === 0;
  const next = goesDeeper ? change(old, [Math.floor(where / 2), how, by]) : how === 3 ? [old, old] : by;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  if (how === 2 && !goesDeeper) delete copy[key];
  else copy[key] = next;
  return copy;
}

const SMALL_BODIES = [
  ...["", "null", "[]", '""', "0", "{", "[", "NaN", "{'a':1}", "\u0000", "\ufeff{}", "undefined"],
  ...[
    '{"__proto__":{"isAdmin":true}}',
    '{"a":1,"a":2}',
    `{"a":${"1".repeat(400)}}`,
    '{"a":1e999}',
    '{"a":-1e-999}',
  ],
];
/** Large in bytes, depth, values or keys: few of them say as much as many. */
const LARGE_BODIES = [
  `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`,
  JSON.stringify("x".repeat(300_000)),
  JSON.stringify(Array(60_000).fill(0)),
  JSON.stringify(Object.fromEntries(Array.from({ length: 18_000 }, (_, key) => [`key${key}`, 0]))),
];
const METADATA = [
  '{"values":[["typed-array","Float64Array"]]}',
  '{"values":["bigint"]}',
  '{"referentialEqualities":[["a"]]}',
];

/** Bodies that are no input at all, some of them made of one. */
export const hostileBody = (input: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...SMALL_BODIES) },
    { weight: 1, arbitrary: fc.constantFrom(...LARGE_BODIES) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(input, fc.constantFrom(...METADATA))
        .map(([json, meta]) => `{"json":${json},"meta":${meta}}`),
    },
    { weight: 4, arbitrary: input.map((json) => `{"json":${json}}`) },
    {
      weight: 4,
      arbitrary: fc.tuple(input, fc.nat(99)).map(([json, part]) => json.slice(0, (json.length * part) / 100)),
    },
    { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 100 }) },
  );

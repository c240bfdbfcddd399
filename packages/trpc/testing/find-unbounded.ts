import { boundsOf, type Described, SHORT_FORMATS, WRAPPERS } from "./schema-parts";

/** Bounds beyond this are none: they are the limits of the representation. */
const LARGEST_BOUND = 2 ** 52;
const MANY_KEYS = 1_000;
const FINITE = new Set(["boolean", "null", "undefined", "literal", "enum", "never", "void"]);

/**
 * Parts of an input's schema that would take something of any size or kind: texts, lists and groups without a
 * largest size, numbers without bounds, objects that let unknown keys through, and types that plain JSON does
 * not have or that say nothing.
 * @returns one line for each, with its place
 */
export function findUnbounded(schema: unknown, place: string): string[] {
  const { def } = (schema as Described)._zod;
  const { min, max } = boundsOf(schema as Described);
  const inside = (part: Described | undefined, at: string) =>
    part ? findUnbounded(part, `${place}${at}`) : [];
  const problems = (holds: boolean, what: string) => (holds ? [] : [`${place}: ${what}`]);
  if (def.coerce) return [`${place}: takes anything and turns it into a ${def.type}`];
  if (WRAPPERS.has(def.type)) return inside(def.innerType, "");
  if (FINITE.has(def.type)) return [];
  switch (def.type) {
    case "string":
      return problems(max !== undefined || SHORT_FORMATS.has(def.format ?? ""), "text without .max()");
    case "number":
      return problems(
        [min, max].every((bound) => Math.abs(bound ?? Number.POSITIVE_INFINITY) <= LARGEST_BOUND),
        "a number without .min() and .max()",
      );
    case "array":
      return [...problems(max !== undefined, "a list without .max()"), ...inside(def.element, "[]")];
    case "tuple":
      return (def.items ?? []).flatMap((item, index) => inside(item, `[${index}]`));
    case "record":
      return [
        ...problems(refusesManyKeys(schema as Described), `a group that takes ${MANY_KEYS} keys`),
        ...inside(def.keyType, "{key}"),
        ...inside(def.valueType, "{}"),
      ];
    case "object":
      return [
        ...problems(def.catchall?._zod.def.type === "never", "an object that is not strict"),
        ...Object.entries(def.shape ?? {}).flatMap(([key, part]) => inside(part, `.${key}`)),
      ];
    case "union":
      return (def.options ?? []).flatMap((option, index) => inside(option, `|${index}`));
    case "intersection":
      return [...inside(def.left, ""), ...inside(def.right, "")];
    case "pipe":
      return [...inside(def.in, ""), ...(def.out?._zod.def.type === "transform" ? [] : inside(def.out, ""))];
    default:
      return [`${place}: ${def.type}, which is no bounded plain JSON`];
  }
}

/**
 * zod has no largest size of a record, so that a refinement says it; what a refinement refuses is seen by
 * trying.
 */
function refusesManyKeys(schema: Described): boolean {
  const { valueType } = schema._zod.def;
  const samples = [null, "", "x", 0, false, [], {}, ...(valueType?._zod.def.values ?? [])];
  const fitting = samples.find((sample) => valueType?.safeParse(sample).success);
  const group = (size: number) =>
    Object.fromEntries(Array.from({ length: size }, (_, key) => [`k${key}`, fitting]));
  const refusedAsWhole = (size: number) =>
    schema.safeParse(group(size)).error?.issues.some(({ path }) => path.length === 0) ?? false;
  return refusedAsWhole(MANY_KEYS) && !refusedAsWhole(1);
}

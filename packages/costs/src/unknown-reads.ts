import type { Unknown, Value } from "@greenroom/template";

/** How a model read a value: what stands in for an unknown one must be of that kind. */
export type ReadKind = "text" | "number" | "flag" | "list" | "item" | "presence";

/** A value that a model read and nobody knows before a deployment. */
export interface UnknownRead {
  /** Tells this value, read in this way, from all others of the resources that a model looks at. */
  id: string;
  /** Tells the value itself: several reads may be of parts of one. */
  source: number;
  kind: ReadKind;
  /** "MultiAZ", as the model names it. */
  property: string;
  /** Names of parameters, exports, attributes: what it comes from. */
  causes: readonly string[];
  /** Somebody could have given it, so that it may be anything. */
  isInput: boolean;
}

export type Substitute = Value | undefined;

interface Watch {
  reads: Map<string, UnknownRead>;
  substitutes: ReadonlyMap<string, Substitute>;
  /** Of what has no substitute: undefined leaves it unknown. */
  others?: (read: UnknownRead) => Substitute;
}

/** Models are run one after the other and never wait, so one watch at a time is enough. */
let watch: Watch | undefined;
const numbers = new WeakMap<Unknown, number>();
let count = 0;

/**
 * Runs a model and tells which unknown values it read. Those of `substitutes` (by id) are read as if they were known, and those for
 * which `others` has a value.
 */
export function watchReads<T>(
  act: () => T,
  substitutes: ReadonlyMap<string, Substitute> = new Map(),
  others?: Watch["others"],
): { result: T; reads: UnknownRead[] } {
  const outer = watch;
  const own: Watch = { reads: new Map(), substitutes, ...(others && { others }) };
  watch = own;
  try {
    return { result: act(), reads: [...own.reads.values()] };
  } finally {
    watch = outer;
  }
}

/** What an unknown value is read as: its substitute, or what `otherwise` says. */
export function readUnknown<T extends Substitute>(
  source: Unknown,
  kind: ReadKind,
  property: string,
  otherwise: T,
): Value | T {
  if (!watch) return otherwise;
  const number = numberOf(source);
  const id = `${number} ${kind} ${property}`;
  if (watch.substitutes.has(id)) return watch.substitutes.get(id) as Value;
  const { causes, isInput } = source;
  const read = { id, source: number, kind, property, causes, isInput };
  if (!watch.reads.has(id)) watch.reads.set(id, read);
  return watch.others?.(read) ?? otherwise;
}

function numberOf(source: Unknown): number {
  const known = numbers.get(source);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(source, count);
  return count;
}

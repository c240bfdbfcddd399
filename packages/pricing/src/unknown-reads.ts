import type { Unknown, Value } from "@greenroom/template";

/** How a model read a value: what stands in for an unknown one must be of that kind. */
export type ReadKind = "text" | "number" | "flag" | "list" | "item" | "presence";

/** A value that a model read and nobody knows before a deployment. */
export interface UnknownRead {
  /** Tells this value, read in this way, from all others of the resources that a model looks at. */
  id: string;
  /** Tells the value itself: several reads may be of parts of one. */
  source: number | string;
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
 * Runs a model and tells which unknown values it read. Those of `substitutes` (by id) are read as if they
 * were known, and those for which `others` has a value.
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
  const { causes, isInput } = source;
  return note({ source: numberOf(source), kind, property, causes, isInput }, watch) ?? otherwise;
}

/**
 * A value that is set and is not what the property takes: nobody knows what was meant, so that it may be
 * anything.
 */
export function readUnreadable(cause: string, kind: ReadKind, property: string): Substitute {
  return watch && note({ source: cause, kind, property, causes: [cause], isInput: true }, watch);
}

/** The substitute of a read, if it has one. */
function note(what: Omit<UnknownRead, "id">, { reads, substitutes, others }: Watch): Substitute {
  const id = `${what.source} ${what.kind} ${what.property}`;
  if (substitutes.has(id)) return substitutes.get(id);
  const read = { id, ...what };
  if (!reads.has(id)) reads.set(id, read);
  return others?.(read);
}

function numberOf(source: Unknown): number {
  const known = numbers.get(source);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(source, count);
  return count;
}

const BRAND = Symbol.for("greenroom.template.unknown");

/**
 * A value that only the deployment will know, such as the id of a resource that does not exist yet. It
 * propagates: whatever is computed from it is unknown as well.
 */
export class Unknown {
  readonly [BRAND] = true;

  /**
   * @param causes What made it unknown: logical ids, `Id.Attribute`, parameter, export or stack output names.
   * @param isInput Somebody could have given it (a parameter without a value), so that it may be anything of
   * its type; what a
   *   deployment makes is the id, name or address of something.
   */
  constructor(
    readonly causes: readonly string[],
    readonly isInput = false,
  ) {}

  /** Shown by JSON.stringify the way a CloudFormation change set shows it. */
  toJSON(): string {
    return "{{changeSet:KNOWN_AFTER_APPLY}}";
  }
}

/** A resolved value: plain JSON in which any part may still be unknown. */
export type Value = string | number | boolean | null | Unknown | Value[] | { [key: string]: Value };

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && BRAND in value;
}

/** An unknown value with its causes. */
export function unknown(...causes: string[]): Unknown {
  return new Unknown(causes);
}

/** An unknown value that was to be given: a parameter, or what stands in a parameter store. */
export function notGiven(...causes: string[]): Unknown {
  return new Unknown(causes, true);
}

/** Every unknown part within a value, in order of appearance. */
export function findUnknowns(value: Value | undefined): Unknown[] {
  if (value === undefined || value === null || typeof value !== "object") return [];
  if (isUnknown(value)) return [value];
  return Object.values(value).flatMap((part: Value) => findUnknowns(part));
}

/** One unknown that carries the causes of all unknown parts, or undefined when everything is known. */
export function mergeUnknowns(...values: (Value | undefined)[]): Unknown | undefined {
  const found = values.flatMap(findUnknowns);
  if (found.length === 0) return undefined;
  return new Unknown(
    [...new Set(found.flatMap((part) => part.causes))],
    found.some(({ isInput }) => isInput),
  );
}

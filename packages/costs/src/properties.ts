import { isObject, isUnknown, type Value } from "@greenroom/template";

/** Opens a reference to a parameter store or a secret, which only deployment looks up. */
const DYNAMIC = "{{resolve:";

/**
 * Reads resolved properties by dotted paths, as in "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled". What is absent,
 * unknown before deployment or of another kind is undefined. Template authors write text, numbers and booleans for one another
 * (`EngineVersion: 5.7`), and CloudFormation takes each.
 */
export class PropertyReader {
  constructor(private readonly properties: Value | undefined) {}

  /** As resolved, unknown parts included. */
  value(path: string): Value | undefined {
    let value: Value | undefined = this.properties;
    for (const part of path.split(".")) {
      if (!isObject(value) || isUnknown(value)) return undefined;
      value = (value as Record<string, Value>)[part];
    }
    return value ?? undefined;
  }

  text(path: string): string | undefined {
    const value = this.value(path);
    if (typeof value === "number") return String(value);
    return typeof value === "string" && !value.includes(DYNAMIC) ? value : undefined;
  }

  /** Nothing that is charged can be fewer than none: a number below 0 is of another kind. */
  number(path: string): number | undefined {
    const value = this.value(path);
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : undefined;
  }

  /** "yes" and "on" are what YAML 1.1, which CloudFormation reads, writes for true. */
  flag(path: string): boolean {
    return /^(true|yes|on)$/i.test(String(this.value(path)));
  }

  /** Undefined when absent or when its length is not known. */
  list(path: string): Value[] | undefined {
    const value = this.value(path);
    return Array.isArray(value) ? value : undefined;
  }

  has(path: string): boolean {
    return this.value(path) !== undefined;
  }
}

export function createPropertyReader(properties: Value | undefined): PropertyReader {
  return new PropertyReader(properties);
}

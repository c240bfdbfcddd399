import { isObject, isUnknown, type Unknown, type Value } from "@greenroom/template";
import { type ReadKind, readUnknown } from "./unknown-reads";

/**
 * Reads resolved properties by dotted paths, as in "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled". What is absent,
 * unknown before deployment or of another kind is undefined; `watchReads` tells which unknown values were read. Template authors write
 * text, numbers and booleans for one another (`EngineVersion: 5.7`), and CloudFormation takes each.
 */
export class PropertyReader {
  constructor(private readonly properties: Value | undefined) {}

  /** As resolved, unknown parts included; what lies within an unknown part is that part. */
  value(path: string): Value | undefined {
    let value: Value | undefined = this.properties;
    for (const part of path.split(".")) {
      if (isUnknown(value)) return value;
      if (!isObject(value)) return undefined;
      value = (value as Record<string, Value>)[part];
    }
    return value ?? undefined;
  }

  text(path: string): string | undefined {
    const value = this.read(path, "text");
    if (typeof value === "number") return String(value);
    return typeof value === "string" ? value : undefined;
  }

  /** Nothing that is charged can be fewer than none: a number below 0 is of another kind. */
  number(path: string): number | undefined {
    const value = this.read(path, "number");
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : undefined;
  }

  /** "yes" and "on" are what YAML 1.1, which CloudFormation reads, writes for true. */
  flag(path: string): boolean {
    return /^(true|yes|on)$/i.test(String(this.read(path, "flag")));
  }

  /** Undefined when absent or when its length is not known. */
  list(path: string): Value[] | undefined {
    const value = this.read(path, "list");
    if (!Array.isArray(value)) return undefined;
    return value.map((item) => (isUnknown(item) ? readUnknown(item, "item", path, item) : item));
  }

  /** An unknown value counts as there, what lies within one as absent. */
  has(path: string): boolean {
    const value = this.value(path);
    if (!isUnknown(value)) return value !== undefined;
    return readUnknown(value, "presence", path, this.holds(path, value)) === true;
  }

  private read(path: string, kind: ReadKind): Value | undefined {
    const value = this.value(path);
    return isUnknown(value) ? readUnknown(value, kind, path, undefined) : value;
  }

  /** Does the unknown value itself stand at the path, rather than something around it? */
  private holds(path: string, value: Unknown): boolean {
    const parts = path.split(".");
    const parent = parts.length > 1 ? this.value(parts.slice(0, -1).join(".")) : this.properties;
    return parent !== value;
  }
}

export function createPropertyReader(properties: Value | undefined): PropertyReader {
  return new PropertyReader(properties);
}

import { isObject, isUnknown, type Unknown, type Value } from "@greenroom/template";
import { unreadableCause } from "./schema/unreadable";
import { type ReadKind, readUnknown, readUnreadable } from "./unknown-reads";

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const FLAG = /^(true|yes|on|false|no|off)?$/i;
const ON = /^(true|yes|on)$/i;

/**
 * Reads resolved properties by dotted paths, as in
 * "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled". What is absent, unknown before deployment or
 * of another kind is undefined; `watchReads` tells which unknown values were read, and which are no number or
 * flag though they should be. Template authors write text, numbers and booleans for one another
 * (`EngineVersion: 5.7`), and CloudFormation takes each.
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

  /** Nothing that is charged can be fewer than none: a number below 0 cannot be read either. */
  number(path: string): number | undefined {
    const value = this.read(path, "number");
    if (value === undefined || (typeof value === "string" && value.trim() === "")) return undefined;
    const number = typeof value === "string" && DECIMAL.test(value.trim()) ? Number(value) : value;
    const isNumber = typeof number === "number" && Number.isFinite(number);
    if (isNumber && number >= 0) return number;
    const cause = unreadableCause(value, isNumber ? "quantity" : "number");
    return readUnreadable(cause, "number", path) as number | undefined;
  }

  /** "yes" and "on" are what YAML 1.1, which CloudFormation reads, writes for true. */
  flag(path: string): boolean {
    const value = this.read(path, "flag");
    if (value === undefined || FLAG.test(String(value))) return ON.test(String(value));
    return readUnreadable(unreadableCause(value, "flag"), "flag", path) === true;
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

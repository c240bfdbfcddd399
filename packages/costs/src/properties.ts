import { isObject, isUnknown, type Value } from "@greenroom/template";

/** Reads resolved properties. What is absent, unknown before deployment or of another kind is undefined. */
export interface PropertyReader {
  text(path: string): string | undefined;
  /** Nothing that is charged can be fewer than none: a number below 0 is of another kind. */
  number(path: string): number | undefined;
  /** "yes" and "on" are what YAML 1.1, which CloudFormation reads, writes for true. */
  flag(path: string): boolean;
  /** Undefined when absent or when its length is not known. */
  list(path: string): Value[] | undefined;
  has(path: string): boolean;
  /** As resolved, unknown parts included. */
  value(path: string): Value | undefined;
}

/** Opens a reference to a parameter store or a secret, which only deployment looks up. */
const DYNAMIC = "{{resolve:";

/** @param path dotted, as in "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled" */
export function createPropertyReader(properties: Value | undefined): PropertyReader {
  const read = (path: string): Value | undefined => {
    let value: Value | undefined = properties;
    for (const part of path.split(".")) {
      if (!isObject(value) || isUnknown(value)) return undefined;
      value = (value as Record<string, Value>)[part];
    }
    return value ?? undefined;
  };
  return {
    // Template authors write text, numbers and booleans for one another (`EngineVersion: 5.7`), and CloudFormation takes each.
    text: (path) => {
      const value = read(path);
      if (typeof value === "number") return String(value);
      return typeof value === "string" && !value.includes(DYNAMIC) ? value : undefined;
    },
    number: (path) => {
      const value = read(path);
      const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
      return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : undefined;
    },
    flag: (path) => /^(true|yes|on)$/i.test(String(read(path))),
    list: (path) => {
      const value = read(path);
      return Array.isArray(value) ? value : undefined;
    },
    has: (path) => read(path) !== undefined,
    value: read,
  };
}

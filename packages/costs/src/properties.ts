import { isObject, isUnknown, type Value } from "@greenroom/template";

/** Reads resolved properties. What is absent, unknown before deployment or of another kind is undefined. Paths are dotted. */
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
    return typeof value === "string" ? value : undefined;
  }

  /** Template authors write numbers and booleans as text too, and CloudFormation takes both. */
  number(path: string): number | undefined {
    const value = this.value(path);
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : undefined;
  }

  flag(path: string): boolean {
    return String(this.value(path)) === "true";
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

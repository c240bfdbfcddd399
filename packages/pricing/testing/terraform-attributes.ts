export type Attributes = Record<string, unknown>;

/** Terraform's attributes of a resource as CloudFormation's properties. */
export type Translation = (attributes: Attributes) => Record<string, unknown>;

/** Blocks of HCL arrive as lists of one. */
export function first(block: unknown): Attributes | undefined {
  return Array.isArray(block) ? (block[0] as Attributes) : undefined;
}

/** Keeps the properties that have a value: an attribute that is not there is no property. */
export function defined(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

/**
 * Whether a value is a reference of HCL ("${aws_foo.bar.id}"), which only the resources around the case would
 * tell.
 */
export function isReference(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("${");
}

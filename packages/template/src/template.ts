/** Any JSON, as it stands in a template: intrinsic functions are not resolved yet. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface TemplateParameter {
  Type: string;
  Default?: Json;
  Description?: string;
  NoEcho?: boolean | string;
  AllowedValues?: Json[];
  AllowedPattern?: string;
  ConstraintDescription?: string;
  MinLength?: number | string;
  MaxLength?: number | string;
  MinValue?: number | string;
  MaxValue?: number | string;
}

export interface TemplateResource {
  Type: string;
  Condition?: string;
  DependsOn?: string | string[];
  Properties?: JsonObject;
  Metadata?: JsonObject;
  DeletionPolicy?: Json;
  UpdateReplacePolicy?: Json;
  CreationPolicy?: JsonObject;
  UpdatePolicy?: JsonObject;
}

interface TemplateOutput {
  Value: Json;
  Description?: string;
  Condition?: string;
  Export?: { Name: Json };
}

/** A CloudFormation template as data. Sections that were absent are empty. */
export interface Template {
  AWSTemplateFormatVersion?: string;
  Description?: string;
  Transform?: Json;
  Metadata?: JsonObject;
  Rules?: JsonObject;
  Hooks?: JsonObject;
  Parameters: Record<string, TemplateParameter>;
  Mappings: Record<string, Record<string, Record<string, Json>>>;
  Conditions: Record<string, Json>;
  Resources: Record<string, TemplateResource>;
  Outputs: Record<string, TemplateOutput>;
}

/** A part of a template as any JSON: for the compiler an interface is none. */
export const asJson = (part: Template | Record<string, object> | TemplateResource): JsonObject =>
  part as unknown as JsonObject;

/**
 * A template that was read or rewritten as JSON. Its sections are there; `validateTemplate` looks at what
 * they hold.
 */
export const asTemplate = (json: JsonObject): Template => json as unknown as Template;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The function and its argument when the value is an intrinsic call such as `{"Ref": "Vpc"}`, else undefined.
 */
export function asIntrinsic(value: Json): { name: string; argument: Json } | undefined {
  if (!isObject(value)) return undefined;
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return undefined;
  return name === "Ref" || name.startsWith("Fn::") ? { name, argument: value[name] as Json } : undefined;
}

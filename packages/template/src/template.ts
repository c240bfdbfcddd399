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

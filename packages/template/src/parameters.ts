import type { Environment } from "./scope";
import type { Json, Template, TemplateParameter } from "./template";
import { TemplateError } from "./template-error";
import { isUnknown, notGiven, Unknown, type Value } from "./unknown";

const SSM_VALUE = /^AWS::SSM::Parameter::Value<(.+)>$/;

/** The names whose values must not be shown. */
export function noEchoParameters(template: Template): Set<string> {
  const names = Object.entries(template.Parameters).filter(([, { NoEcho }]) => String(NoEcho) === "true");
  return new Set(names.map(([name]) => name));
}

/** Does `Ref` of a parameter of this type give a list? */
export function isListType(type: string): boolean {
  const inner = SSM_VALUE.exec(type)?.[1] ?? type;
  return inner === "CommaDelimitedList" || inner.startsWith("List<");
}

/**
 * What `Ref` of each parameter returns: given values over defaults, lists split, SSM types looked up.
 * @throws TemplateError with CloudFormation's text for unknown, missing and invalid parameters.
 */
export function resolveParameters(template: Template, environment: Environment): Record<string, Value> {
  const given = environment.parameters ?? {};
  const strangers = Object.keys(given).filter((name) => !Object.hasOwn(template.Parameters, name));
  if (strangers.length > 0) {
    throw new TemplateError(`Parameters: [${strangers.join(", ")}] do not exist in the template`);
  }
  const resolved: Record<string, Value> = {};
  const missing: string[] = [];
  for (const [name, declared] of Object.entries(template.Parameters)) {
    const value = Object.hasOwn(given, name) ? given[name] : usableDefault(name, declared, environment);
    if (value === undefined || value === null || isUnknown(value)) {
      missing.push(name);
      resolved[name] = isUnknown(value)
        ? new Unknown([name, ...value.causes], value.isInput)
        : notGiven(name);
      continue;
    }
    const text = toText(value);
    checkConstraints(name, text, declared, environment);
    resolved[name] = toValue(name, text, declared.Type, environment);
  }
  if (missing.length > 0 && !environment.allowMissingParameters) {
    throw new TemplateError(`Parameters: [${missing.join(", ")}] must have values`);
  }
  return resolved;
}

/**
 * A default that breaks its own rules (often an empty text) asks for a value, so where one may be missing it
 * is none.
 */
function usableDefault(
  name: string,
  declared: TemplateParameter,
  environment: Environment,
): Json | undefined {
  const value = declared.Default;
  if (value === undefined || value === null || !environment.allowMissingParameters) return value;
  try {
    checkConstraints(name, toText(value), declared, environment);
    return value;
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}

function toText(value: Json): string {
  return Array.isArray(value) ? value.join(",") : String(value);
}

function toValue(name: string, text: string, type: string, environment: Environment): Value {
  if (SSM_VALUE.test(type)) {
    const stored = environment.ssmParameter?.(text);
    if (stored === undefined) return notGiven(name, text);
    return isListType(type) ? splitList(stored) : stored;
  }
  return isListType(type) ? splitList(text) : text;
}

/** A list without anything in it has one empty item in CloudFormation. */
function splitList(text: string): string[] {
  return text.split(",").map((item) => item.trim());
}

function checkConstraints(
  name: string,
  text: string,
  declared: TemplateParameter,
  environment: Environment,
): void {
  const { AllowedValues, AllowedPattern, MinLength, MaxLength, MinValue, MaxValue } = declared;
  const fail = (rule: string) => {
    const reason = declared.ConstraintDescription
      ? `Parameter ${name} failed to satisfy constraint: ${declared.ConstraintDescription}`
      : `Parameter '${name}' ${rule}`;
    throw new TemplateError(reason);
  };
  const items = isListType(declared.Type) ? (text === "" ? [] : splitList(text)) : [text];
  const isNumeric = declared.Type === "Number" || declared.Type === "List<Number>";
  if (isNumeric && items.some((item) => item === "" || !Number.isFinite(Number(item)))) {
    throw new TemplateError(`Parameter '${name}' must be a number`);
  }
  if (AllowedValues && !items.every((item) => AllowedValues.some((allowed) => String(allowed) === item))) {
    fail("must be one of AllowedValues");
  }
  if (AllowedPattern && !items.every((item) => matches(AllowedPattern, item, environment))) {
    fail(`must match pattern ${AllowedPattern}`);
  }
  if (MinLength !== undefined && text.length < Number(MinLength)) {
    fail(`must contain at least ${MinLength} characters`);
  }
  if (MaxLength !== undefined && text.length > Number(MaxLength)) {
    fail(`must contain at most ${MaxLength} characters`);
  }
  if (MinValue !== undefined && items.some((item) => Number(item) < Number(MinValue))) {
    fail(`must be a number not less than ${MinValue}`);
  }
  if (MaxValue !== undefined && items.some((item) => Number(item) > Number(MaxValue))) {
    fail(`must be a number not greater than ${MaxValue}`);
  }
}

function matches(pattern: string, value: string, environment: Environment): boolean {
  if (environment.matchesPattern) return environment.matchesPattern(pattern, value);
  try {
    return new RegExp(`^(?:${pattern})$`).test(value);
  } catch {
    // A pattern of Java's dialect that JavaScript cannot read must not refuse a good value.
    return true;
  }
}

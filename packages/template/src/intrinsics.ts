import { availabilityZones } from "./availability-zones";
import { splitCidr } from "./cidr";
import { chosenByAccount, parseGetAtt, parseSub } from "./references";
import { NO_VALUE, type Scope } from "./scope";
import { isObject, type Json } from "./template";
import { TemplateError } from "./template-error";
import { transformsOf, usesLanguageExtensions } from "./transforms";
import { isUnknown, mergeUnknowns, unknown, type Value } from "./unknown";

/** Several times a whole template. Calls within calls could double a text at each level. */
const MAX_TEXT_LENGTH = 200_000;

type Intrinsic = (argument: Json, scope: Scope, resolve: (value: Json) => Value) => Value;

/** Ref of a pseudo parameter, a parameter or a resource. */
export function resolveRef(argument: Json, scope: Scope): Value | typeof NO_VALUE {
  if (typeof argument !== "string") {
    throw new TemplateError("Template error: every Ref object must have a single String value.");
  }
  if (argument === "AWS::NoValue") return NO_VALUE;
  if (Object.hasOwn(scope.pseudoParameters, argument)) return scope.pseudoParameters[argument] as Value;
  if (Object.hasOwn(scope.parameters, argument)) return scope.parameters[argument] as Value;
  if (!Object.hasOwn(scope.template.Resources, argument)) {
    if (isLeftToMacros(scope)) return unknown(argument);
    throw new TemplateError(
      `Template format error: Unresolved resource dependencies [${argument}] in the Resources block of the template`,
    );
  }
  return scope.environment.ref?.(argument) ?? unknown(argument);
}

/** May what is not there be what a macro adds? */
function isLeftToMacros({ template, environment }: Scope): boolean {
  return environment.allowUnexpanded === true && transformsOf(template).length > 0;
}

function getAttribute(name: string, attribute: string, scope: Scope): Value {
  if (!Object.hasOwn(scope.template.Resources, name)) {
    if (isLeftToMacros(scope)) return unknown(`${name}.${attribute}`);
    throw new TemplateError(`Template error: instance of Fn::GetAtt references undefined resource ${name}`);
  }
  return scope.environment.getAtt?.(name, attribute) ?? unknown(`${name}.${attribute}`);
}

/** The arguments of a function that takes a fixed number of them. */
function list(name: string, argument: Json, length: number, rule: string): Json[] {
  if (Array.isArray(argument) && argument.length === length) return argument;
  throw new TemplateError(`Template error: every ${name} object requires ${rule}`);
}

function asText(name: string, value: Value): string {
  if (value === null || typeof value === "object") {
    throw new TemplateError(`Template error: ${name} expects a string but found ${JSON.stringify(value)}`);
  }
  return String(value);
}

function checkLength(name: string, length: number): void {
  if (length <= MAX_TEXT_LENGTH) return;
  throw new TemplateError(`Template error: ${name} makes a text of more than ${MAX_TEXT_LENGTH} characters`);
}

function sized(name: string, text: string): string {
  checkLength(name, text.length);
  return text;
}

function concatenate(name: string, texts: string[], glue: string): string {
  const length = texts.reduce((sum, text) => sum + text.length + glue.length, 0);
  checkLength(name, length);
  return texts.join(glue);
}

const sub: Intrinsic = (argument, scope, resolve) => {
  const [text, variables = {}] = Array.isArray(argument) ? argument : [argument];
  if (typeof text !== "string" || !isObject(variables)) {
    throw new TemplateError(
      "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string",
    );
  }
  // Each variable once, however often the text names it: nested ones would multiply otherwise.
  const own = new Map(Object.entries(variables).map(([name, value]) => [name, resolve(value as Json)]));
  const parts = parseSub(text).map((part): Value => {
    if (typeof part === "string") return part;
    const variable = own.get(part.text);
    if (variable !== undefined) return variable;
    if (part.attribute !== undefined) return getAttribute(part.name, part.attribute, scope);
    const resolved = resolveRef(part.name, scope);
    return resolved === NO_VALUE ? "" : resolved;
  });
  const texts = () => parts.map((part) => (Array.isArray(part) ? part.join(",") : asText("Fn::Sub", part)));
  return mergeUnknowns(...parts) ?? concatenate("Fn::Sub", texts(), "");
};

const join: Intrinsic = (argument, _scope, resolve) => {
  const [delimiter, items] = list(
    "Fn::Join",
    argument,
    2,
    "two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.",
  );
  const values = resolve(items as Json);
  const glue = resolve(delimiter as Json);
  const unresolved = mergeUnknowns(values, glue);
  if (unresolved) return unresolved;
  if (!Array.isArray(values)) {
    throw new TemplateError(
      "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.",
    );
  }
  const texts = values.map((value) => asText("Fn::Join", value));
  return concatenate("Fn::Join", texts, asText("Fn::Join", glue));
};

const select: Intrinsic = (argument, _scope, resolve) => {
  const [at, items] = list(
    "Fn::Select",
    argument,
    2,
    "two parameters, the index and the list of objects",
  ).map(resolve);
  if (isUnknown(at)) return at;
  if (isUnknown(items)) return items;
  const index = Number(at);
  const chosen = Array.isArray(items) && Number.isInteger(index) ? items[index] : undefined;
  if (chosen === undefined) {
    throw new TemplateError(
      `Template error: Fn::Select cannot select nonexistent value at index ${String(at)}`,
    );
  }
  return chosen;
};

const split: Intrinsic = (argument, _scope, resolve) => {
  const [delimiter, text] = list(
    "Fn::Split",
    argument,
    2,
    "two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.",
  ).map(resolve);
  return (
    mergeUnknowns(delimiter, text) ??
    asText("Fn::Split", text as Value).split(asText("Fn::Split", delimiter as Value))
  );
};

const findInMap: Intrinsic = (argument, scope, resolve) => {
  if (!Array.isArray(argument) || argument.length < 3 || argument.length > 4) {
    throw new TemplateError(
      "Template error: every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value",
    );
  }
  const [map, first, second] = argument.slice(0, 3).map(resolve);
  const unresolved = mergeUnknowns(map, first, second) ?? chosenByAccount(argument.slice(0, 3), scope);
  if (unresolved) return unresolved;
  const keys = [String(map), String(first), String(second)];
  let found: unknown = scope.template.Mappings;
  for (const key of keys) found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  // A mapping holds plain values only (see validateTemplate), so it is not resolved.
  if (found !== undefined) return found as Value;
  const fallback = argument[3];
  if (isObject(fallback) && Object.hasOwn(fallback, "DefaultValue"))
    return resolve(fallback.DefaultValue as Json);
  if (!Object.hasOwn(scope.template.Mappings, keys[0] as string)) {
    throw new TemplateError(
      `Template error: Mapping named '${keys[0]}' is not present in the 'Mappings' section of template.`,
    );
  }
  throw new TemplateError(`Template error: Unable to get mapping for ${keys.join("::")}`);
};

const getStackOutput: Intrinsic = (argument, scope, resolve) => {
  const resolved = resolve(argument);
  const unresolved = mergeUnknowns(resolved);
  if (unresolved) return unresolved;
  if (
    !isObject(resolved) ||
    typeof resolved.StackName !== "string" ||
    typeof resolved.OutputName !== "string"
  ) {
    throw new TemplateError(
      "Template error: every Fn::GetStackOutput object requires StackName and OutputName",
    );
  }
  const region = typeof resolved.Region === "string" ? resolved.Region : scope.environment.region;
  const { StackName: stackName, OutputName: outputName } = resolved;
  return (
    scope.environment.stackOutput?.({ stackName, outputName, region }) ??
    unknown(`${stackName}.${outputName}`)
  );
};

const getAZs: Intrinsic = (argument, scope, resolve) => {
  const region = resolve(argument);
  if (isUnknown(region)) return region;
  const name = typeof region === "string" && region !== "" ? region : scope.environment.region;
  return availabilityZones(name);
};

const cidr: Intrinsic = (argument, _scope, resolve) => {
  if (!Array.isArray(argument) || argument.length < 2 || argument.length > 3) {
    throw new TemplateError("Template error: every Fn::Cidr object requires two or three parameters");
  }
  const [block, count, bits] = argument.map(resolve);
  return mergeUnknowns(block, count, bits) ?? splitCidr(String(block), Number(count), Number(bits ?? 8));
};

const text = (name: string, turn: (value: string) => Value): Intrinsic => {
  return (argument, _scope, resolve) => {
    const value = resolve(argument);
    return mergeUnknowns(value) ?? turn(sized(name, asText(name, value)));
  };
};

/**
 * Every function but Ref and Fn::If, which alone can give "no value". The condition functions are in
 * conditions.ts.
 */
export const intrinsics: Record<string, Intrinsic> = {
  "Fn::Sub": sub,
  "Fn::Join": join,
  "Fn::Select": select,
  "Fn::Split": split,
  "Fn::FindInMap": findInMap,
  "Fn::GetStackOutput": getStackOutput,
  "Fn::GetAZs": getAZs,
  "Fn::Cidr": cidr,
  "Fn::Base64": text("Fn::Base64", (value) => Buffer.from(value, "utf8").toString("base64")),
  "Fn::GetAtt": (given, scope, resolve) => {
    const isMade = Array.isArray(given) && isObject(given[0]) && usesLanguageExtensions(scope.template);
    const name = isMade ? resolve(given[0] as Json) : "";
    if (isUnknown(name)) return name;
    const argument = isMade ? [name as Json, ...given.slice(1)] : given;
    const target = parseGetAtt(argument);
    const attribute = target ? resolve(target.attribute) : "";
    if (isUnknown(attribute)) return attribute;
    if (!target || typeof attribute !== "string" || attribute === "") {
      throw new TemplateError(
        "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute",
      );
    }
    return getAttribute(target.name, attribute, scope);
  },
  "Fn::ImportValue": (argument, scope, resolve) => {
    const name = resolve(argument);
    if (isUnknown(name)) return name;
    const exportName = asText("Fn::ImportValue", name);
    return scope.environment.importValue?.(exportName) ?? unknown(exportName);
  },
  "Fn::ToJsonString": (argument, _scope, resolve) => {
    const value = resolve(argument);
    return mergeUnknowns(value) ?? sized("Fn::ToJsonString", JSON.stringify(value));
  },
  "Fn::Length": (argument, _scope, resolve) => {
    const value = resolve(argument);
    if (isUnknown(value)) return value;
    if (!Array.isArray(value)) throw new TemplateError("Template error: Fn::Length expects a list");
    return value.length;
  },
};

import { intrinsics, resolveRef } from "./intrinsics";
import { NO_VALUE, type Scope } from "./scope";
import { asIntrinsic, isObject, type Json } from "./template";
import { TemplateError } from "./template-error";
import { usesLanguageExtensions } from "./transforms";
import { isUnknown, unknown, type Value } from "./unknown";

/**
 * Resolves every intrinsic function inside a value. Unknown parts stay `Unknown`; `{{resolve:...}}`
 * references stay the text they are. A value that is `AWS::NoValue` as a whole becomes undefined.
 * @throws TemplateError with CloudFormation's text for a call that cannot be evaluated.
 */
export function resolveValue(value: Json, scope: Scope): Value | undefined {
  const resolved = resolveOrDrop(value, scope);
  return resolved === NO_VALUE ? undefined : resolved;
}

/** As `resolveValue`, but says "no value" by its symbol so that the holder can remove the property. */
function resolveOrDrop(value: Json, scope: Scope): Value | typeof NO_VALUE {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return resolveItems(value, scope);
  const call = asIntrinsic(value);
  if (call) return callIntrinsic(call.name, call.argument, scope);
  // A loop without intermediate lists: most of what an estimate does happens here.
  const resolved: Record<string, Value> = {};
  for (const key of Object.keys(value)) {
    const item = resolveOrDrop(value[key] as Json, scope);
    if (item !== NO_VALUE) resolved[key] = item;
  }
  return resolved;
}

function resolveItems(items: readonly Json[], scope: Scope): Value[] {
  const resolved: Value[] = [];
  for (const given of items) {
    const item = resolveOrDrop(given, scope);
    if (item !== NO_VALUE) resolved.push(item);
  }
  return resolved;
}

function callIntrinsic(name: string, argument: Json, scope: Scope): Value | typeof NO_VALUE {
  if (name === "Ref") return resolveNamed(argument, scope);
  if (name === "Fn::If") return resolveIf(argument, scope);
  if (name === "Fn::Transform" && scope.environment.allowUnexpanded) return unknown(name);
  const intrinsic = Object.hasOwn(intrinsics, name) ? intrinsics[name] : undefined;
  if (!intrinsic) {
    const known = Object.keys(intrinsics).join(", ");
    throw new TemplateError(
      `Template format error: Encountered unsupported function: ${name} Supported functions are: [${known}]`,
    );
  }
  return intrinsic(argument, scope, (inner) => {
    const resolved = resolveOrDrop(inner, scope);
    return resolved === NO_VALUE ? null : resolved;
  });
}

/** Under AWS::LanguageExtensions a function may make the name. */
function resolveNamed(argument: Json, scope: Scope): Value | typeof NO_VALUE {
  if (!isObject(argument) || !usesLanguageExtensions(scope.template)) return resolveRef(argument, scope);
  const name = resolveOrDrop(argument, scope);
  return isUnknown(name) ? name : resolveRef(name as Json, scope);
}

function resolveIf(argument: Json, scope: Scope): Value | typeof NO_VALUE {
  if (!Array.isArray(argument) || argument.length !== 3 || typeof argument[0] !== "string") {
    throw new TemplateError("Template error: Fn::If requires a list argument with three parameters");
  }
  const [condition, whenTrue, whenFalse] = argument as [string, Json, Json];
  if (!Object.hasOwn(scope.conditions, condition)) {
    throw new TemplateError(
      `Template format error: Unresolved condition dependency ${condition} in the Resources block of the template`,
    );
  }
  const holds = scope.conditions[condition] as Value;
  if (typeof holds !== "boolean") return holds;
  return resolveOrDrop(holds ? whenTrue : whenFalse, scope);
}

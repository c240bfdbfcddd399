import { intrinsics, resolveRef } from "./intrinsics";
import { NO_VALUE, type Scope } from "./scope";
import { asIntrinsic, type Json } from "./template";
import { TemplateError } from "./template-error";
import { unknown, type Value } from "./unknown";

/**
 * Resolves every intrinsic function inside a value. Unknown parts stay `Unknown`; `{{resolve:...}}` references stay
 * the text they are. A value that is `AWS::NoValue` as a whole becomes undefined.
 * @throws TemplateError with CloudFormation's text for a call that cannot be evaluated.
 */
export function resolveValue(value: Json, scope: Scope): Value | undefined {
  const resolved = resolveOrDrop(value, scope);
  return resolved === NO_VALUE ? undefined : resolved;
}

/** As `resolveValue`, but says "no value" by its symbol so that the holder can remove the property. */
function resolveOrDrop(value: Json, scope: Scope): Value | typeof NO_VALUE {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => resolveOrDrop(item, scope));
    return items.filter((item) => item !== NO_VALUE) as Value[];
  }
  const call = asIntrinsic(value);
  if (call) return callIntrinsic(call.name, call.argument, scope);
  const entries = Object.entries(value).map(([key, item]) => [key, resolveOrDrop(item, scope)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== NO_VALUE)) as Record<string, Value>;
}

function callIntrinsic(name: string, argument: Json, scope: Scope): Value | typeof NO_VALUE {
  if (name === "Ref") return resolveRef(argument, scope);
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

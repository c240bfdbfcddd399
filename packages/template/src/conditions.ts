import { chosenByAccount } from "./references";
import { resolveValue } from "./resolve-value";
import type { Scope } from "./scope";
import { isObject, type Json } from "./template";
import { TemplateError } from "./template-error";
import { isUnknown, mergeUnknowns, type Value } from "./unknown";

/**
 * Every condition of the template: true, false, or unknown.
 * @throws TemplateError for a malformed, undefined or circular condition.
 */
export function resolveConditions(scope: Scope): Record<string, Value> {
  const done: Record<string, Value> = {};
  const open = new Set<string>();

  const named = (name: Json): Value => {
    if (typeof name !== "string" || !Object.hasOwn(scope.template.Conditions, name)) {
      throw new TemplateError(
        `Template format error: Unresolved condition dependency ${String(name)} in the Conditions block of the template`,
      );
    }
    if (Object.hasOwn(done, name)) return done[name] as Value;
    if (open.has(name)) {
      throw new TemplateError(`Template format error: Circular dependencies for condition ${name}`);
    }
    open.add(name);
    const result = evaluate(scope.template.Conditions[name] as Json);
    done[name] = result;
    open.delete(name);
    return result;
  };

  const evaluate = (expression: Json): Value => {
    const [name, ...more] = isObject(expression) ? Object.keys(expression) : [];
    if (!isObject(expression) || name === undefined || more.length > 0) throw malformed(expression);
    const argument = expression[name] as Json;
    if (name === "Condition") return named(argument);
    if (!Array.isArray(argument)) throw malformed(expression);
    if (name === "Fn::Equals" && argument.length === 2) return equals(argument, scope);
    if (name === "Fn::Not" && argument.length === 1) {
      const inner = evaluate(argument[0] as Json);
      return isUnknown(inner) ? inner : !inner;
    }
    if (name === "Fn::And" || name === "Fn::Or") return combine(argument.map(evaluate), name === "Fn::Or");
    throw malformed(expression);
  };

  for (const name of Object.keys(scope.template.Conditions)) named(name);
  return done;
}

function equals(sides: Json[], scope: Scope): Value {
  const account = chosenByAccount(sides, scope);
  if (account) return account;
  const [left, right] = sides.map((side) => resolveValue(side, scope));
  const unresolved = mergeUnknowns(left, right);
  if (unresolved) return unresolved;
  if (!isScalar(left) || !isScalar(right)) {
    throw new TemplateError(
      "Template error: every Fn::Equals object requires a list of 2 string parameters.",
    );
  }
  // "1" and 1 are equal to CloudFormation.
  return String(left) === String(right);
}

function isScalar(value: Value | undefined): boolean {
  return typeof value !== "object" || value === null;
}

function combine(parts: Value[], isOr: boolean): Value {
  if (parts.some((part) => part === isOr)) return isOr;
  return mergeUnknowns(...parts) ?? !isOr;
}

function malformed(expression: Json): TemplateError {
  return new TemplateError(
    `Template format error: Conditions can only be boolean operations on parameters and other conditions (got ${JSON.stringify(expression)?.slice(0, 200)})`,
  );
}

import { resolveValue } from "./resolve-value";
import type { Scope } from "./scope";
import { isObject, type Json, type JsonObject } from "./template";
import { TemplateError } from "./template-error";
import { isUnknown, type Value } from "./unknown";

/** An operand: one value as a list of one, so that functions over lists and over single values read alike. */
type Operand = (value: Json | undefined) => string[];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-rules.html */
const TESTS: Record<string, (left: string[], right: string[]) => boolean> = {
  "Fn::Contains": (list, values) => values.every((value) => list.includes(value)),
  "Fn::EachMemberEquals": (list, [value]) => list.every((member) => member === value),
  "Fn::EachMemberIn": (list, allowed) => list.every((member) => allowed.includes(member)),
  "Fn::Equals": (left, right) => left.join("\n") === right.join("\n"),
};

/**
 * Holds the parameter values against the template's Rules, as CloudFormation does before it creates or
 * changes anything. A rule whose condition is false says nothing.
 * @throws TemplateError with the description of the first assertion that does not hold, or for a malformed
 * rule. Fn::ValueOf and Fn::ValueOfAll, which look into the account, are not known.
 */
export function checkRules(scope: Scope): void {
  for (const [name, rule] of Object.entries(scope.template.Rules ?? {})) {
    const { RuleCondition, Assertions } = isObject(rule) ? rule : {};
    if (!Array.isArray(Assertions) || !Assertions.every(isObject)) {
      throw new TemplateError(`Template format error: Rule ${name} must contain a list of Assertions`);
    }
    const evaluate = evaluator(name, scope);
    if (RuleCondition !== undefined && !evaluate(RuleCondition as Json)) continue;
    for (const { Assert, AssertDescription } of Assertions as JsonObject[]) {
      if (evaluate(Assert)) continue;
      const reason = typeof AssertDescription === "string" ? AssertDescription : JSON.stringify(Assert);
      throw new TemplateError(`Template error: Rule ${name} failed: ${reason}`);
    }
  }
}

function evaluator(rule: string, scope: Scope): (test: Json | undefined) => boolean {
  const operand: Operand = (value) => {
    const resolved =
      isObject(value) && "Fn::RefAll" in value ? refAll(value["Fn::RefAll"], scope) : undefined;
    return texts(resolved ?? resolveValue(value ?? null, scope));
  };
  const evaluate = (test: Json | undefined): boolean => {
    const [name = "", ...more] = isObject(test) ? Object.keys(test) : [];
    const argument = isObject(test) ? test[name] : undefined;
    if (more.length > 0 || !Array.isArray(argument)) throw malformed(rule, test);
    const parts = argument as Json[];
    if (name === "Fn::And") return parts.every(evaluate);
    if (name === "Fn::Or") return parts.some(evaluate);
    if (name === "Fn::Not" && parts.length === 1) return !evaluate(parts[0]);
    const compare = Object.hasOwn(TESTS, name) ? TESTS[name] : undefined;
    if (!compare || parts.length !== 2) throw malformed(rule, test);
    return compare(operand(parts[0]), operand(parts[1]));
  };
  return evaluate;
}

/** The values of all parameters of a type. */
function refAll(type: unknown, { template, parameters }: Scope): Value {
  const names = Object.keys(template.Parameters).filter((name) => template.Parameters[name]?.Type === type);
  return names.flatMap((name) => texts(parameters[name]));
}

function texts(value: Value | undefined): string[] {
  const items = Array.isArray(value) ? value : [value];
  return items.map((item) => (isUnknown(item) ? "" : String(item ?? "")));
}

function malformed(rule: string, test: unknown): TemplateError {
  const text = JSON.stringify(test)?.slice(0, 200);
  return new TemplateError(
    `Template format error: Rule ${rule} can only use boolean operations on parameters (got ${text})`,
  );
}

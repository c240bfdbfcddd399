import { isEntry } from "./list-identity";

/** Parts of a statement that are sets: one text says the same as a list of one. */
const SETS = ["Action", "NotAction", "Resource", "NotResource"] as const;
const PRINCIPALS = ["Principal", "NotPrincipal"] as const;

/** Whether a value is an IAM policy: it has statements that allow or deny. */
export const isPolicyDocument = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isEntry(value) &&
  "Statement" in value &&
  asList(value.Statement).every((statement) => isEntry(statement) && "Effect" in statement);

/**
 * A policy as IAM keeps its meaning: actions, resources, principals and the values of conditions are sets,
 * and an account's number names the same principal as its root
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).
 */
export function normalizePolicy(document: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...document, Statement: asList(document.Statement).map(normalizeStatement) };
}

function normalizeStatement(statement: unknown): unknown {
  if (!isEntry(statement)) return statement;
  const normal: Record<string, unknown> = { ...statement };
  for (const name of SETS) if (name in normal) normal[name] = asSet(normal[name]);
  for (const name of PRINCIPALS) if (name in normal) normal[name] = normalizePrincipal(normal[name]);
  if (isEntry(normal.Condition)) {
    normal.Condition = mapValues(normal.Condition, (operands) =>
      isEntry(operands) ? mapValues(operands, (values) => asSet(values)) : operands,
    );
  }
  return normal;
}

function normalizePrincipal(principal: unknown): unknown {
  if (principal === "*") return { AWS: ["*"] };
  if (!isEntry(principal)) return principal;
  return mapValues(principal, (names) => asSet(asList(names).map(accountOfRoot)));
}

const accountOfRoot = (name: unknown): unknown =>
  typeof name === "string" ? name.replace(/^arn:[\w-]+:iam::(\d{12}):root$/, "$1") : name;

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const asSet = (value: unknown): string[] => [...new Set(asList(value).map(String))].sort();

function mapValues(
  record: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

import type { Environment, Json, Resource } from "./environment";

export interface Call {
  action: string;
  resource: string;
  /** What the request says beside it: "aws:RequestTag/x" → value. A key that is missing does not match. */
  context?: Record<string, string>;
}

const list = (value: unknown): string[] => [value].flat().map(String);
const asPattern = (text: string) =>
  new RegExp(
    `^${text
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\?/g, ".")}$`,
    "i",
  );
const matches = (patterns: unknown, value: string) =>
  list(patterns).some((pattern) => asPattern(pattern).test(value));

/**
 * Conditions of the kinds that our policies use; a context that is not given leaves the condition out of the
 * question.
 */
function holds(condition: Json | undefined, context: Record<string, string> | undefined): boolean {
  if (!condition || !context) return true;
  return Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys as Json).every(([key, wanted]) => {
      const given = context[key];
      if (given === undefined) return operator.startsWith("ForAllValues") || operator.endsWith("IfExists");
      return /Like|ForAllValues/.test(operator) ? matches(wanted, given) : list(wanted).includes(given);
    }),
  );
}

export function statementsOf(document: unknown): Json[] {
  return [((document ?? {}) as Json).Statement ?? []].flat() as Json[];
}

const allowing = (statements: readonly Json[], { action, resource, context }: Call) =>
  statements.some(
    ({ Effect, Action, Resource: on, Condition }) =>
      Effect === "Allow" &&
      matches(Action, action) &&
      matches(on, resource) &&
      holds(Condition as Json | undefined, context),
  );

/** Every statement of a role: its own policies, and those that other templates attach by its name. */
export function statementsOfRole(env: Environment, role: Resource): Json[] {
  const own = ((role.properties.Policies ?? []) as Json[]).map(({ PolicyDocument }) => PolicyDocument);
  const attached = env
    .ofType("AWS::IAM::RolePolicy")
    .filter(({ properties }) => properties.RoleName === role.handle)
    .map(({ properties }) => properties.PolicyDocument);
  return [...own, ...attached].flatMap(statementsOf);
}

export const roleAllows = (env: Environment, role: Resource | undefined, call: Call) =>
  role !== undefined && allowing(statementsOfRole(env, role), call);

/**
 * Whether a policy of a resource lets a service of AWS do something to it, and no condition is in its way
 * that it cannot meet.
 */
export function resourceAllows(document: unknown, service: string, action: string, source?: string): boolean {
  return statementsOf(document).some(({ Effect, Action, Principal, Condition }) => {
    if (Effect !== "Allow" || !matches(Action, action)) return false;
    if (!list((Principal as Json | undefined)?.Service).includes(service)) return false;
    const keys = Object.values((Condition ?? {}) as Json).flatMap((each) => Object.entries(each as Json));
    return keys.every(([key, wanted]) =>
      key === "aws:SourceArn" && source !== undefined
        ? list(wanted).some((one) => one === source || asPattern(one).test(source))
        : key !== "aws:SourceAccount" || list(wanted).includes("111122223333"),
    );
  });
}

/** Whether a service may use a key: without it nothing reaches what the key encrypts. */
export function keyAllows(env: Environment, key: unknown, service: string): boolean {
  const document = env.find(key)?.properties.KeyPolicy;
  return ["kms:Decrypt", "kms:GenerateDataKey"].every((action) => resourceAllows(document, service, action));
}

export const simulate = allowing;

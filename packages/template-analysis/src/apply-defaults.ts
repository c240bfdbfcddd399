import {
  asIntrinsic,
  createScope,
  isObject,
  type Json,
  parseTemplate,
  type Scope,
} from "@greenroom/template";

type Entries = Record<string, Json>;

/**
 * The template with the defaults of its parameters put where they are used: in place of Ref, and by choosing
 * the branch of Fn::If. So a changed default shows as a change of what it changes.
 * @throws TemplateError for conditions that cannot be evaluated
 */
export function applyDefaults(template: object): object {
  const { Parameters, Resources, Outputs } = template as Record<string, Entries | undefined>;
  if (!Parameters || Object.keys(Parameters).length === 0) return template;
  const parsed = parseTemplate(JSON.stringify(template));
  const scope = createScope(parsed, { region: "us-east-1", allowMissingParameters: true });
  const settled = (section: Entries | undefined) => section && (settle(section, scope) as Entries);
  return { ...template, Resources: settled(Resources), ...(Outputs && { Outputs: settled(Outputs) }) };
}

/** Undefined stands for a value that is left out (AWS::NoValue). */
function settle(value: Json, scope: Scope): Json | undefined {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value.map((item) => settle(item, scope)).filter((item) => item !== undefined);
  const call = asIntrinsic(value);
  if (call?.name === "Ref" && call.argument === "AWS::NoValue") return undefined;
  if (call?.name === "Ref" && typeof call.argument === "string")
    return parameterOr(value, call.argument, scope);
  if (call?.name === "Fn::If" && Array.isArray(call.argument)) {
    const [condition, whenTrue, whenFalse] = call.argument;
    const holds = scope.conditions[String(condition)];
    if (typeof holds === "boolean") return settle((holds ? whenTrue : whenFalse) ?? null, scope);
  }
  const entries = Object.entries(value).map(([key, item]) => [key, settle(item, scope)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined)) as Json;
}

function parameterOr(reference: Json, name: string, { parameters }: Scope): Json {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return value === undefined || isObject(value) ? reference : (value as Json);
}

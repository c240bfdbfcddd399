import { AppError } from "@greenroom/errors";
import {
  checkShapes,
  createScope,
  expandLoops,
  expandServerless,
  findUnknowns,
  type GivenParameter,
  isIncluded,
  isObject,
  type Json,
  type Lookups,
  mergeUnknowns,
  parseTemplate,
  type ResolvedResource,
  resolveResource,
  resolveValue,
  type Scope,
  type Template,
  TemplateError,
  type TemplateResource,
  type Unknown,
  type Value,
} from "@greenroom/template";
import { type DynamicValues, resolveDynamic } from "./dynamic-references";
import { linkStacks, qualifyUnknowns } from "./other-stacks";

/** Public parameters whose name tells the system of the image, which is what its instances are priced by. */
const LICENSED_IMAGE = /^\/aws\/service\/(ami-windows-latest\/|.*(rhel|red-?hat|suse|sles))/i;

export interface StackTemplate {
  /** What the estimate calls the stack. */
  key: string;
  /** What AWS::StackName is, and what stacks that read its outputs call it; default: the key. */
  stackName?: string;
  region: string;
  /** JSON or YAML text, or the parsed template. */
  template: string | object;
  parameters?: Record<string, string>;
  /** 12 digits; without it, what a template chooses by account is unknown. */
  accountId?: string;
  /** The resource of another stack that this one is nested by: it passes parameters and reads outputs. */
  nestedBy?: { key: string; logicalId: string };
  /** Values of the parameter store, by name. */
  stored?: DynamicValues;
}

/** A resource with what its template says of it. */
export interface StackResource extends ResolvedResource {
  declared?: Pick<Template, "Conditions" | "Mappings"> & { resource: TemplateResource };
}

export const NESTED = "AWS::CloudFormation::Stack";

/**
 * The resources of stacks with parameters, conditions and references resolved as far as they are known before
 * deployment, loops written out. What one stack imports of another, or passes to one that it nests, is known
 * where both are given.
 * @throws AppError TEMPLATE_INVALID for a template that cannot be read
 */
export function resolveStacks(stacks: readonly StackTemplate[]): Record<string, StackResource>[] {
  const scopes = openScopes(stacks);
  const resolved = stacks.map((stack) =>
    naming(stack, () => resolveResources(scopes.of(stack) as Scope, stack, scopes.existenceOf(stack))),
  );
  linkStacks(
    new Map(stacks.map(({ key }, index) => [key, resolved[index] as Record<string, StackResource>])),
  );
  return resolved;
}

/** One stack by itself: what it imports of others is unknown. */
export function resolveStack(stack: StackTemplate): Record<string, ResolvedResource> {
  return resolveStacks([stack])[0] as Record<string, ResolvedResource>;
}

interface Scopes {
  /** Undefined while it is being opened: a stack that waits for itself knows nothing of itself. */
  of(stack: StackTemplate): Scope | undefined;
  /** False for a nested stack that is not made, unknown where that is not known. */
  existenceOf(stack: StackTemplate): Value;
}

/**
 * Scopes are opened when they are asked for: a nested stack's parameters come from its parent, which may read
 * a sibling's outputs.
 */
function openScopes(stacks: readonly StackTemplate[]): Scopes {
  const opened = new Map<StackTemplate, Scope | undefined>();
  const parentOf = ({ nestedBy }: StackTemplate) =>
    nestedBy && stacks.find(({ key }) => key === nestedBy.key);
  const of = (stack: StackTemplate): Scope | undefined => {
    if (opened.has(stack)) return opened.get(stack);
    opened.set(stack, undefined);
    const parent = parentOf(stack);
    const scope = naming(stack, () =>
      openScope(stack, parent && of(parent), createLookups(stack, stacks, of)),
    );
    opened.set(stack, scope);
    return scope;
  };
  const existenceOf = (stack: StackTemplate): Value => {
    const parent = parentOf(stack);
    const scope = parent && of(parent);
    if (!scope) return true;
    const condition = scope.template.Resources[stack.nestedBy?.logicalId ?? ""]?.Condition;
    const holds = condition === undefined ? true : (scope.conditions[condition] ?? true);
    const above = existenceOf(parent);
    if (holds === false || above === false) return false;
    return mergeUnknowns(above, holds) ?? true;
  };
  return { of, existenceOf };
}

function openScope(stack: StackTemplate, parent: Scope | undefined, lookups: Lookups): Scope {
  const { key, stackName = key, region, parameters, accountId } = stack;
  const template = toTemplate(stack.template);
  const environment = {
    region,
    stackName,
    ...(accountId && { accountId }),
    parameters: { ...(parent && passedParameters(stack, template, parent)), ...parameters },
    ...lookups,
    allowMissingParameters: true,
    allowUnexpanded: true,
  };
  const expanded = expandServerless(expandLoops(template, environment), environment);
  checkShapes(expanded);
  return createScope(expanded, environment);
}

/**
 * What a parent passes; what it does not know yet is passed as unknown, so that no default stands in for it.
 */
function passedParameters(
  { nestedBy }: StackTemplate,
  template: Template,
  parent: Scope,
): Record<string, GivenParameter> {
  const declared = parent.template.Resources[nestedBy?.logicalId ?? ""]?.Properties?.Parameters;
  if (!isObject(declared)) return {};
  const names = Object.keys(declared).filter((name) => Object.hasOwn(template.Parameters, name));
  const passed = names.map((name): [string, GivenParameter | undefined] => {
    const value = resolveDynamic(resolveValue(declared[name] as Json, parent) ?? null, {});
    const open = mergeUnknowns(value);
    if (open) return [name, qualifyUnknowns(open, nestedBy?.key ?? "") as Unknown];
    return [name, Array.isArray(value) ? value.map(String) : value === null ? undefined : String(value)];
  });
  return Object.fromEntries(passed.filter(([, value]) => value !== undefined)) as Record<
    string,
    GivenParameter
  >;
}

function resolveResources(
  scope: Scope,
  { stored = {} }: StackTemplate,
  existence: Value,
): Record<string, StackResource> {
  if (existence === false) return {};
  const { Resources, Conditions, Mappings } = scope.template;
  const included = Object.keys(Resources).filter(
    (id) => id !== "Fn::Transform" && isIncluded(Resources[id]?.Condition, scope),
  );
  return Object.fromEntries(
    included.map((id) => {
      const resource = resolveResource(id, scope);
      const properties = resolveDynamic(resource.properties, stored) as Record<string, Value>;
      const open = mergeUnknowns(existence, resource.existence);
      const declared = { resource: Resources[id] as TemplateResource, Conditions, Mappings };
      return [id, { ...resource, properties, ...(open && { existence: open }), declared }];
    }),
  );
}

/** What a stack reads of itself and of the others. */
function createLookups(
  stack: StackTemplate,
  stacks: readonly StackTemplate[],
  scopeOf: Scopes["of"],
): Lookups {
  const readOnce = createReader();
  const outputOf = (other: StackTemplate | undefined, name: string): Value | undefined => {
    const scope = other && scopeOf(other);
    const output = scope?.template.Outputs[name];
    if (!scope || !isObject(output) || !isIncluded(output.Condition, scope)) return undefined;
    const value = readOnce(output as object, output.Value, scope);
    return value === undefined ? undefined : qualifyUnknowns(value, other.key);
  };
  return {
    importValue: (name) => {
      for (const other of stacks) {
        const found = exportsOf(scopeOf(other)).get(name);
        if (found !== undefined) return outputOf(other, found);
      }
      return undefined;
    },
    stackOutput: ({ stackName, outputName, region }) =>
      outputOf(
        stacks.find((other) => (other.stackName ?? other.key) === stackName && other.region === region),
        outputName,
      ),
    getAtt: (logicalId, attribute) => {
      const scope = scopeOf(stack);
      const resource = scope?.template.Resources[logicalId];
      if (resource?.Type === NESTED && attribute.startsWith("Outputs.")) {
        const isNested = ({ nestedBy }: StackTemplate) =>
          nestedBy?.key === stack.key && nestedBy.logicalId === logicalId;
        return outputOf(stacks.find(isNested), attribute.slice("Outputs.".length));
      }
      const isOwn = resource?.Type === "AWS::SSM::Parameter" && attribute === "Value";
      const value = isOwn ? resource.Properties?.Value : undefined;
      const read = scope && value !== undefined ? readOnce(resource as object, value, scope) : undefined;
      return findUnknowns(read).length > 0 ? undefined : read;
    },
    ssmParameter: (name) =>
      stack.stored?.[name] ?? (LICENSED_IMAGE.test(name) ? `{{resolve:ssm:${name}}}` : undefined),
  };
}

/** Resolves values that may lead back to themselves. */
function createReader() {
  const open = new Set<object>();
  return (owner: object, value: Json, scope: Scope): Value | undefined => {
    if (open.has(owner)) return undefined;
    open.add(owner);
    try {
      return resolveValue(value, scope);
    } catch (error) {
      // An output that cannot be read prices nothing by itself; whoever imports it does not know it.
      if (error instanceof TemplateError) return undefined;
      throw error;
    } finally {
      open.delete(owner);
    }
  };
}

const exportNames = new WeakMap<Scope, Map<string, string>>();

/** Output names by what they are exported as. */
function exportsOf(scope: Scope | undefined): Map<string, string> {
  const known = scope && exportNames.get(scope);
  if (known || !scope) return known ?? new Map();
  const found = new Map<string, string>();
  exportNames.set(scope, found);
  for (const [name, output] of Object.entries(scope.template.Outputs)) {
    const exported =
      isObject(output) && isObject(output.Export) ? exportName(output.Export.Name, scope) : null;
    if (typeof exported === "string") found.set(exported, name);
  }
  return found;
}

function exportName(name: Json, scope: Scope): Value | undefined {
  try {
    return resolveValue(name, scope);
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}

/** Says of which stack an error is. */
function naming<T>({ key }: StackTemplate, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new AppError("templateUnreadable", { stack: key, reason: error.message }, { cause: error });
  }
}

export function toTemplate(template: string | object): Template {
  if (typeof template === "string") return parseTemplate(template);
  const given = template as Partial<Template>;
  if (!isObject(given.Resources)) throw new TemplateError("Template format error: [/Resources] is missing.");
  return { Parameters: {}, Mappings: {}, Conditions: {}, Outputs: {}, ...given } as Template;
}

import { AppError } from "@greenroom/errors";
import {
  checkShapes,
  createScope,
  expandLoops,
  expandServerless,
  findUnknowns,
  isIncluded,
  isObject,
  type Json,
  type Lookups,
  parseTemplate,
  type ResolvedResource,
  resolveResource,
  resolveValue,
  type Scope,
  type Template,
  TemplateError,
  type Value,
} from "@greenroom/template";

/** Public parameters whose name tells the system of the image, which is what its instances are priced by. */
const WINDOWS_IMAGE = /^\/aws\/service\/ami-windows-latest\//;

export interface StackTemplate {
  /** What the stack is called, by AWS::StackName and by stacks that read its outputs too. */
  key: string;
  region: string;
  /** JSON or YAML text, or the parsed template. */
  template: string | object;
  parameters?: Record<string, string>;
}

/**
 * The resources of stacks with parameters, conditions and references resolved as far as they are known before deployment, loops
 * written out. What one stack imports of another is known where both are given.
 * @throws AppError TEMPLATE_INVALID for a template that cannot be read
 */
export function resolveStacks(stacks: readonly StackTemplate[]): Record<string, ResolvedResource>[] {
  const scopes: Scope[] = [];
  const lookups = createLookups(scopes, stacks);
  for (const stack of stacks) scopes.push(naming(stack, () => openScope(stack, lookups)));
  return stacks.map((stack, index) => naming(stack, () => resolveResources(scopes[index] as Scope)));
}

/** One stack by itself: what it imports of others is unknown. */
export function resolveStack(stack: StackTemplate): Record<string, ResolvedResource> {
  return resolveStacks([stack])[0] as Record<string, ResolvedResource>;
}

function openScope({ key, region, template, parameters }: StackTemplate, lookups: Lookups): Scope {
  const environment = {
    region,
    stackName: key,
    ...(parameters && { parameters }),
    ...lookups,
    allowMissingParameters: true,
    allowUnexpanded: true,
  };
  const expanded = expandServerless(expandLoops(toTemplate(template), environment));
  checkShapes(expanded);
  return createScope(expanded, environment);
}

function resolveResources(scope: Scope): Record<string, ResolvedResource> {
  const { Resources } = scope.template;
  const included = Object.keys(Resources).filter(
    (id) => id !== "Fn::Transform" && isIncluded(Resources[id]?.Condition, scope),
  );
  return Object.fromEntries(included.map((id) => [id, resolveResource(id, scope)]));
}

/** Exports and outputs of the stacks, looked up when they are asked for: by then all scopes are there. */
function createLookups(scopes: readonly Scope[], stacks: readonly StackTemplate[]): Lookups {
  const open = new Set<string>();
  const ssmParameter = (name: string) => (WINDOWS_IMAGE.test(name) ? `{{resolve:ssm:${name}}}` : undefined);
  const outputOf = (at: number, name: string): Value | undefined => {
    const scope = scopes[at];
    const output = scope?.template.Outputs[name];
    const id = `${at} ${name}`;
    if (!scope || !isObject(output) || open.has(id) || !isIncluded(output.Condition, scope)) return undefined;
    open.add(id);
    try {
      const value = resolveValue(output.Value, scope);
      // Ids that are unknown in their own stack say nothing here, and may be called as a resource of this one.
      return findUnknowns(value).length > 0 ? undefined : value;
    } catch (error) {
      // An output that cannot be read prices nothing by itself; whoever imports it does not know it.
      if (error instanceof TemplateError) return undefined;
      throw error;
    } finally {
      open.delete(id);
    }
  };
  let exports: Map<string, [number, string]> | undefined;
  return {
    ssmParameter,
    importValue: (name) => {
      exports ??= findExports(scopes);
      const found = exports.get(name);
      return found && outputOf(...found);
    },
    stackOutput: ({ stackName, outputName, region }) =>
      outputOf(
        stacks.findIndex((stack) => stack.key === stackName && stack.region === region),
        outputName,
      ),
  };
}

function findExports(scopes: readonly Scope[]): Map<string, [number, string]> {
  const found = new Map<string, [number, string]>();
  scopes.forEach((scope, at) => {
    for (const [name, output] of Object.entries(scope.template.Outputs)) {
      const exported =
        isObject(output) && isObject(output.Export) ? exportName(output.Export.Name, scope) : null;
      if (typeof exported === "string") found.set(exported, [at, name]);
    }
  });
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
    throw new AppError({
      code: "TEMPLATE_INVALID",
      messageKey: "templateUnreadable",
      userMessage: `The template of stack ${key} cannot be priced: ${error.message}`,
      details: { stack: key, reason: error.message },
      cause: error,
    });
  }
}

function toTemplate(template: string | object): Template {
  if (typeof template === "string") return parseTemplate(template);
  const given = template as Partial<Template>;
  if (!isObject(given.Resources)) throw new TemplateError("Template format error: [/Resources] is missing.");
  return { Parameters: {}, Mappings: {}, Conditions: {}, Outputs: {}, ...given } as Template;
}

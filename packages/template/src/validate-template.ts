import { dependencyGraph, topologicalOrder } from "./dependency-graph";
import { collectReferences, dependsOn } from "./references";
import { isObject, type Json, type Template } from "./template";
import { TemplateError } from "./template-error";
import { checkParameterShape, checkResourceShape } from "./template-shape";
import type { Value } from "./unknown";

const SECTIONS = new Set([
  "AWSTemplateFormatVersion",
  "Conditions",
  "Description",
  "Hooks",
  "Mappings",
  "Metadata",
  "Outputs",
  "Parameters",
  "Resources",
  "Rules",
  "Transform",
]);
const RESOURCE_FIELDS = new Set([
  "Condition",
  "CreationPolicy",
  "DeletionPolicy",
  "DependsOn",
  "Metadata",
  "Properties",
  "Type",
  "UpdatePolicy",
  "UpdateReplacePolicy",
]);
/** docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MAX_RESOURCES = 500;
const MAX_PARAMETERS = 200;
const MAX_OUTPUTS = 200;
const MAX_MAPPINGS = 200;
const MAX_MAPPING_ATTRIBUTES = 200;
const MAX_DESCRIPTION_BYTES = 1024;
const MAX_PARAMETER_DESCRIPTION = 4000;
const FORMAT_VERSION = "2010-09-09";

/**
 * What CloudFormation checks before it accepts a template: sections, names, references and cycles.
 * @throws TemplateError with CloudFormation's text.
 */
export function validateTemplate(template: Template): void {
  const strangers = Object.keys(template).filter((section) => !SECTIONS.has(section));
  if (strangers.length > 0) {
    throw formatError(`Invalid template property or properties [${strangers.join(", ")}]`, "");
  }
  checkHeader(template);
  checkCounts(template);
  for (const [name, parameter] of Object.entries(template.Parameters)) checkParameter(name, parameter);
  for (const [name, map] of Object.entries(template.Mappings)) checkMapping(name, map);
  for (const [id, resource] of Object.entries(template.Resources)) checkResource(id, resource, template);
  for (const [name, output] of Object.entries(template.Outputs)) checkOutput(name, output, template);
  checkConditions(template);
  checkReferences(template);
  topologicalOrder(dependencyGraph(template));
}

/**
 * Refuses references to resources that are not there, or (given the conditions) will not be there.
 * @throws TemplateError "Unresolved resource dependencies [...]"
 */
export function checkReferences(template: Template, conditions?: Record<string, Value>): void {
  const isThere = (condition: string | undefined) => !condition || conditions?.[condition] !== false;
  const resources = Object.entries(template.Resources).filter(([, { Condition }]) => isThere(Condition));
  const outputs = Object.values(template.Outputs).filter(({ Condition }) => isThere(Condition));
  const ids = new Set(resources.map(([id]) => id));
  const unresolved = (values: (Json | undefined)[]): Set<string> => {
    const references = values.flatMap((value) => collectReferences(value, conditions));
    return new Set(
      references
        .filter(
          ({ name, attribute }) =>
            !ids.has(name) && (attribute !== undefined || !isParameter(name, template)),
        )
        .map(({ name }) => name),
    );
  };
  const inResources = unresolved(resources.map(([, { Properties }]) => Properties as Json | undefined));
  for (const [id] of conditions ? [] : resources) {
    for (const need of dependsOn(template, id)) if (!ids.has(need)) inResources.add(need);
  }
  if (inResources.size > 0) throw unresolvedIn("Resources", inResources);
  const inOutputs = unresolved(outputs.map(({ Value: value }) => value));
  if (inOutputs.size > 0) throw unresolvedIn("Outputs", inOutputs);
}

function unresolvedIn(block: string, names: Set<string>): TemplateError {
  return formatError(
    `Unresolved resource dependencies [${[...names].join(", ")}] in the ${block} block of the template`,
  );
}

function isParameter(name: string, template: Template): boolean {
  return name.startsWith("AWS::") || Object.hasOwn(template.Parameters, name);
}

function checkHeader({ AWSTemplateFormatVersion, Description }: Template): void {
  if (AWSTemplateFormatVersion !== undefined && AWSTemplateFormatVersion !== FORMAT_VERSION) {
    throw formatError("unsupported value for AWSTemplateFormatVersion.");
  }
  checkDescription(Description);
}

/** Of a template or an output. */
function checkDescription(description: unknown): void {
  if (description === undefined) return;
  if (typeof description !== "string") throw formatError("Every Description member must be a string.");
  if (new TextEncoder().encode(description).length > MAX_DESCRIPTION_BYTES) {
    throw formatError(`'Description' length is greater than ${MAX_DESCRIPTION_BYTES}.`);
  }
}

function checkCounts(template: Template): void {
  const count = (section: Record<string, unknown>, limit: number, noun: string) => {
    const found = Object.keys(section).length;
    if (found > limit)
      throw formatError(`Number of ${noun}, ${found}, is greater than maximum allowed, ${limit}`);
  };
  if (Object.keys(template.Resources).length === 0) {
    throw formatError("At least one Resources member must be defined.");
  }
  count(template.Resources, MAX_RESOURCES, "resources");
  count(template.Parameters, MAX_PARAMETERS, "parameters");
  count(template.Outputs, MAX_OUTPUTS, "outputs");
  count(template.Mappings, MAX_MAPPINGS, "mappings");
  for (const [name, map] of Object.entries(template.Mappings)) {
    count(isObject(map) ? map : {}, MAX_MAPPING_ATTRIBUTES, `attributes of mapping ${name}`);
  }
}

function checkParameter(name: string, parameter: unknown): void {
  if (!/^[A-Za-z0-9]{1,255}$/.test(name)) throw formatError(`Parameter name ${name} is non alphanumeric.`);
  checkParameterShape(parameter);
  const isKnown =
    /^(String|Number|CommaDelimitedList|List<.+>|AWS::SSM::Parameter::(Name|Value<.+>)|AWS::[A-Za-z0-9:]+)$/;
  if (!isKnown.test(parameter.Type)) {
    throw formatError(`Unrecognized parameter type: ${parameter.Type}`);
  }
  if (String(parameter.Description ?? "").length > MAX_PARAMETER_DESCRIPTION) {
    throw formatError(`Description of parameter ${name} is longer than ${MAX_PARAMETER_DESCRIPTION}.`);
  }
}

function checkMapping(name: string, map: unknown): void {
  if (!/^[A-Za-z0-9]{1,255}$/.test(name)) throw formatError(`Mappings name ${name} is non alphanumeric.`);
  const isWellFormed = isObject(map) && Object.values(map).every(isObject);
  if (!isWellFormed) throw formatError(`Every Mappings member ${name} must be a map`);
  const values = Object.values(map as Record<string, object>).flatMap((attributes) =>
    Object.values(attributes),
  );
  const isPlain = (value: unknown) => typeof value !== "object" && value !== null;
  if (!values.every((value) => (Array.isArray(value) ? value.every(isPlain) : isPlain(value)))) {
    throw formatError("Every Mappings attribute must be a String or a List.");
  }
}

function checkResource(id: string, resource: unknown, template: Template): void {
  if (!/^[A-Za-z0-9]{1,255}$/.test(id)) throw formatError(`Resource name ${id} is non alphanumeric.`);
  checkResourceShape(id, resource);
  const stranger = Object.keys(resource).find((field) => !RESOURCE_FIELDS.has(field));
  if (stranger !== undefined) {
    throw new TemplateError(`Invalid template resource property '${stranger}'`);
  }
  if (resource.Properties !== undefined && !isObject(resource.Properties)) {
    throw new TemplateError("Properties must be an object in a template resource");
  }
  const { DependsOn } = resource;
  const isNames = Array.isArray(DependsOn) ? DependsOn.every((item) => typeof item === "string") : true;
  if (DependsOn !== undefined && typeof DependsOn !== "string" && !(Array.isArray(DependsOn) && isNames)) {
    throw formatError("DependsOn must be a string or list of strings");
  }
  checkCondition(resource.Condition, "Resources", template);
}

function checkOutput(name: string, output: unknown, template: Template): void {
  if (!/^[A-Za-z0-9]{1,255}$/.test(name)) throw formatError(`Output name ${name} is non alphanumeric.`);
  if (!isObject(output) || output.Value === undefined || output.Value === null) {
    throw formatError(`[/Outputs/${name}] Every Outputs member must contain a Value object`);
  }
  if (output.Export !== undefined && (!isObject(output.Export) || output.Export.Name === undefined)) {
    throw formatError(`[/Outputs/${name}/Export] Every Export must contain a Name`);
  }
  checkDescription(output.Description);
  checkCondition(output.Condition, "Outputs", template);
}

function checkCondition(condition: unknown, block: string, template: Template): void {
  if (condition === undefined) return;
  if (typeof condition !== "string" || !Object.hasOwn(template.Conditions, condition)) {
    throw formatError(
      `Unresolved condition dependency ${String(condition)} in the ${block} block of the template`,
    );
  }
}

/** Conditions are evaluated before any resource exists. */
function checkConditions(template: Template): void {
  const names = Object.values(template.Conditions).flatMap((condition) => collectReferences(condition));
  const bad = names.filter(({ name, attribute }) => attribute !== undefined || !isParameter(name, template));
  if (bad.length > 0) {
    const list = [...new Set(bad.map(({ name }) => name))].join(", ");
    throw formatError(
      `Unresolved dependencies [${list}]. Cannot reference resources in the Conditions block of the template`,
    );
  }
}

function formatError(text: string, prefix = "Template format error: "): TemplateError {
  return new TemplateError(`${prefix}${text}`);
}

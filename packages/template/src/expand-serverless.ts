import { createScope } from "./resolve-template";
import { resolveValue } from "./resolve-value";
import type { Environment } from "./scope";
import { eventResources, objectIn } from "./serverless-events";
import {
  asJson,
  isObject,
  type Json,
  type JsonObject,
  type Template,
  type TemplateResource,
} from "./template";

/**
 * The transform of AWS SAM: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/.
 */
export const SERVERLESS = "AWS::Serverless-2016-10-31";

type Resources = Record<string, TemplateResource>;
/** @param text what an expression says, where that is known: names of generated resources hold it */
type Expansion = (id: string, properties: JsonObject, text: (value: Json | undefined) => string) => Resources;

/**
 * What AWS SAM makes of functions, APIs, tables and state machines, as far as it is charged, under the names
 * that SAM gives: each resource keeps its logical id, with `Globals` put in; aliases, stages, implicit APIs,
 * and what events bring (sources, schedules, queues) come beside it under its condition. Roles and
 * permissions, which cost nothing, are left out; types that are not known here stay.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function expandServerless(template: Template, environment: Environment): Template {
  if (!JSON.stringify(template.Transform ?? null).includes(SERVERLESS)) return template;
  const globals = (template as { Globals?: Json }).Globals;
  const text = createText(template, environment);
  const resources: Resources = {};
  const implied: Resources = {};
  const conditions: Record<string, Json> = {};
  for (const [id, resource] of Object.entries(template.Resources)) {
    const kind = kindOf(resource);
    const expansion = kind === undefined ? undefined : EXPANSIONS[kind];
    if (kind === undefined || !expansion) {
      resources[id] = resource;
      continue;
    }
    const properties = merge(objectIn(globals, kind), objectIn(asJson(resource), "Properties"));
    const { [id]: own, ...others } = expansion(id, properties, text);
    resources[id] = { ...resource, ...own } as TemplateResource;
    const { Condition } = resource;
    for (const [name, one] of Object.entries(others)) {
      implied[name] = Condition === undefined ? one : { ...one, Condition };
    }
  }
  Object.assign(implied, implicitApis(template, objectIn.bind(null, globals), conditions));
  const Conditions = { ...template.Conditions, ...conditions };
  return { ...template, Conditions, Resources: { ...implied, ...resources } };
}

/** Evaluates what names are made of; an expression that is not known gives no letters to a name. */
function createText(template: Template, environment: Environment): (value: Json | undefined) => string {
  let scope: ReturnType<typeof createScope> | undefined;
  return (value) => {
    if (value === undefined) return "";
    if (isObject(value)) scope ??= createScope(template, environment);
    const resolved = scope && isObject(value) ? resolveValue(value as Json, scope) : value;
    return typeof resolved === "object" ? "" : String(resolved).replace(/[^A-Za-z0-9]/g, "");
  };
}

/** "Function" of AWS::Serverless::Function. */
function kindOf(resource: unknown): string | undefined {
  const type = isObject(resource) ? resource.Type : undefined;
  return typeof type === "string" ? /^AWS::Serverless::(\w+)$/.exec(type)?.[1] : undefined;
}

const EXPANSIONS: Readonly<Record<string, Expansion>> = {
  Function: (id, properties, text) => ({
    [id]: { Type: "AWS::Lambda::Function", Properties: properties },
    ...aliasOf(id, properties, text),
    ...eventResources(id, properties),
    ...destinationsOf(id, properties),
  }),
  Api: (id, properties, text) => ({
    [id]: { Type: "AWS::ApiGateway::RestApi", Properties: properties },
    [`${id}${text(properties.StageName)}Stage`]: stageOf(id, properties),
  }),
  HttpApi: (id) => ({ [id]: HTTP_API }),
  SimpleTable: (id, properties) => ({
    [id]: {
      Type: "AWS::DynamoDB::Table",
      Properties: {
        ...properties,
        BillingMode: properties.ProvisionedThroughput === undefined ? "PAY_PER_REQUEST" : "PROVISIONED",
      },
    },
  }),
  StateMachine: (id, properties) => ({
    [id]: {
      Type: "AWS::StepFunctions::StateMachine",
      Properties: { ...properties, StateMachineType: properties.Type ?? "STANDARD" },
    },
    ...eventResources(id, properties),
  }),
  LayerVersion: (id, properties) => ({ [id]: { Type: "AWS::Lambda::LayerVersion", Properties: properties } }),
  Application: (id, { Location, Parameters }) => ({
    [id]: {
      Type: "AWS::CloudFormation::Stack",
      Properties: { TemplateURL: Location ?? null, ...(Parameters !== undefined && { Parameters }) },
    },
  }),
};

const HTTP_API: TemplateResource = {
  Type: "AWS::ApiGatewayV2::Api",
  Properties: { ProtocolType: "HTTP" },
};

function stageOf(
  id: string,
  { CacheClusterEnabled = false, CacheClusterSize = "0.5" }: JsonObject,
): TemplateResource {
  const Properties = { RestApiId: { Ref: id }, CacheClusterEnabled, CacheClusterSize };
  return { Type: "AWS::ApiGateway::Stage", Properties };
}

/** Provisioned concurrency is held by the alias that the function publishes. */
function aliasOf(id: string, properties: JsonObject, text: (value: Json | undefined) => string): Resources {
  const { AutoPublishAlias, ProvisionedConcurrencyConfig } = properties;
  if (AutoPublishAlias === undefined || ProvisionedConcurrencyConfig === undefined) return {};
  const Properties = { FunctionName: { Ref: id }, Name: AutoPublishAlias, ProvisionedConcurrencyConfig };
  return { [`${id}Alias${text(AutoPublishAlias)}`]: { Type: "AWS::Lambda::Alias", Properties } };
}

/** Queues and topics of asynchronous calls that name none of their own. */
function destinationsOf(id: string, { EventInvokeConfig }: JsonObject): Resources {
  const config = objectIn(EventInvokeConfig, "DestinationConfig");
  const made = ["OnSuccess", "OnFailure"].flatMap((outcome): [string, TemplateResource][] => {
    const { Type, Destination } = objectIn(config, outcome);
    if (Destination !== undefined || (Type !== "SQS" && Type !== "SNS")) return [];
    const [name, type] = Type === "SQS" ? ["Queue", "AWS::SQS::Queue"] : ["Topic", "AWS::SNS::Topic"];
    return [[`${id}EventInvokeConfig${outcome}${name}`, { Type: type as string }]];
  });
  return Object.fromEntries(made);
}

/**
 * APIs that are made because an event names none, with what `Globals` says of APIs; there when one of those
 * functions is.
 */
function implicitApis(
  { Resources }: Template,
  globals: (kind: string) => JsonObject,
  conditions: Record<string, Json>,
): Resources {
  const needing = (type: string, reference: string) =>
    Object.values(Resources).filter((resource) => {
      const kind = kindOf(resource);
      if (kind !== "Function" && kind !== "StateMachine") return false;
      const events = Object.values(objectIn(resource.Properties, "Events"));
      return events.some(
        (event) =>
          isObject(event) && event.Type === type && !(reference in objectIn(event as Json, "Properties")),
      );
    });
  const under = (id: string, users: readonly TemplateResource[], made: Resources): Resources => {
    const names = new Set(users.map(({ Condition }) => Condition));
    if (users.length === 0) return {};
    if (names.has(undefined)) return made;
    const Condition = `${id}Condition`;
    const parts = [...names].map((name) => ({ Condition: name as string }));
    conditions[Condition] = parts.length === 1 ? (parts[0] as JsonObject) : { "Fn::Or": parts };
    return Object.fromEntries(Object.entries(made).map(([name, one]) => [name, { ...one, Condition }]));
  };
  const rest = globals("Api");
  return {
    ...under("ServerlessRestApi", needing("Api", "RestApiId"), {
      ServerlessRestApi: { Type: "AWS::ApiGateway::RestApi", Properties: rest },
      ServerlessRestApiProdStage: stageOf("ServerlessRestApi", rest),
    }),
    ...under("ServerlessHttpApi", needing("HttpApi", "ApiId"), { ServerlessHttpApi: HTTP_API }),
  };
}

/** Globals under a resource's own: maps are merged, other values of its own count. */
function merge(base: JsonObject, own: JsonObject): JsonObject {
  const merged = Object.entries(own).map(([key, value]): [string, Json] => {
    const under = base[key];
    const areMaps = isObject(under) && isObject(value) && !isCall(under) && !isCall(value);
    return [key, areMaps ? merge(under as JsonObject, value as JsonObject) : value];
  });
  return { ...base, ...Object.fromEntries(merged) };
}

const isCall = (value: object) => Object.keys(value).some((key) => key === "Ref" || key.startsWith("Fn::"));

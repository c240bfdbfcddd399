import type { Environment } from "./scope";
import { isObject, type Json, type JsonObject, type Template, type TemplateResource } from "./template";

/** The transform of AWS SAM: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/. */
export const SERVERLESS = "AWS::Serverless-2016-10-31";

type Expansion = (id: string, properties: JsonObject) => Record<string, TemplateResource>;

/**
 * What AWS SAM makes of functions, APIs, tables and state machines, as far as it is charged: each resource keeps its logical id, with
 * `Globals` put in. Roles, permissions and event rules, which cost nothing, are left out; types that are not known here stay.
 */
export function expandServerless(template: Template, _environment: Environment): Template {
  if (!JSON.stringify(template.Transform ?? null).includes(SERVERLESS)) return template;
  const globals = (template as { Globals?: Json }).Globals;
  const resources: Record<string, TemplateResource> = {};
  const implied: Record<string, TemplateResource> = {};
  for (const [id, resource] of Object.entries(template.Resources)) {
    const kind = kindOf(resource);
    const expansion = kind === undefined ? undefined : EXPANSIONS[kind];
    if (kind === undefined || !expansion) {
      resources[id] = resource;
      continue;
    }
    const properties = { ...objectIn(globals, kind), ...objectIn(resource as unknown as Json, "Properties") };
    const { [id]: own, ...others } = expansion(id, properties);
    resources[id] = { ...resource, ...own } as TemplateResource;
    Object.assign(implied, others);
  }
  return { ...template, Resources: { ...implied, ...resources } };
}

/** "Function" of AWS::Serverless::Function. */
function kindOf(resource: unknown): string | undefined {
  const type = isObject(resource) ? resource.Type : undefined;
  return typeof type === "string" ? /^AWS::Serverless::(\w+)$/.exec(type)?.[1] : undefined;
}

const EXPANSIONS: Readonly<Record<string, Expansion>> = {
  Function: (id, properties) => ({
    [id]: { Type: "AWS::Lambda::Function", Properties: properties },
    ...aliasOf(id, properties),
    ...apisOf(properties),
  }),
  Api: (id, properties) => ({
    [id]: { Type: "AWS::ApiGateway::RestApi", Properties: properties },
    [`${id}Stage`]: {
      Type: "AWS::ApiGateway::Stage",
      Properties: {
        RestApiId: { Ref: id },
        CacheClusterEnabled: properties.CacheClusterEnabled ?? false,
        CacheClusterSize: properties.CacheClusterSize ?? "0.5",
      },
    },
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
  }),
  LayerVersion: (id, properties) => ({ [id]: { Type: "AWS::Lambda::LayerVersion", Properties: properties } }),
};

const HTTP_API: TemplateResource = {
  Type: "AWS::ApiGatewayV2::Api",
  Properties: { ProtocolType: "HTTP" },
};

/** Provisioned concurrency is held by the alias that the function publishes. */
function aliasOf(
  id: string,
  { AutoPublishAlias, ProvisionedConcurrencyConfig }: JsonObject,
): Record<string, TemplateResource> {
  if (typeof AutoPublishAlias !== "string" || ProvisionedConcurrencyConfig === undefined) return {};
  const Properties = { FunctionName: { Ref: id }, Name: AutoPublishAlias, ProvisionedConcurrencyConfig };
  return { [`${id}Alias${AutoPublishAlias}`]: { Type: "AWS::Lambda::Alias", Properties } };
}

/** APIs that are made because an event names none. */
function apisOf({ Events }: JsonObject): Record<string, TemplateResource> {
  const events = isObject(Events) ? Object.values(Events as JsonObject) : [];
  const needs = (type: string, reference: string) =>
    events.some(
      (event) => isObject(event) && event.Type === type && !(reference in objectIn(event, "Properties")),
    );
  return {
    ...(needs("Api", "RestApiId") && { ServerlessRestApi: { Type: "AWS::ApiGateway::RestApi" } }),
    ...(needs("HttpApi", "ApiId") && { ServerlessHttpApi: HTTP_API }),
  };
}

function objectIn(holder: Json | undefined, name: string): JsonObject {
  const value = isObject(holder) ? (holder as JsonObject)[name] : undefined;
  return isObject(value) ? (value as JsonObject) : {};
}

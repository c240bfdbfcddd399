import type { PropertyType } from "@aws-cdk/service-spec-types";
import { isObject, type Json, type JsonObject } from "@greenroom/template";
import { Identity } from "./identity";
import { TYPE_OVERRIDES } from "./known-types";
import type { NewResource } from "./type-override";

export interface PhysicalResource {
  physicalId: string;
  /** What the resource would return when read: declared properties and the attributes of its type. */
  live: JsonObject;
}

/** Makes the physical resource: its id, and every attribute that Fn::GetAtt may ask for. */
export function createPhysicalResource(resource: NewResource): PhysicalResource {
  const identity = new Identity(resource);
  const { physicalId } = identity;
  const attributes: JsonObject = {};
  for (const [name, { type }] of Object.entries(resource.spec?.attributes ?? {})) {
    if (resource.properties[name] === undefined) attributes[name] = makeAttribute(name, type, identity);
  }
  const own = overridden(identity);
  for (const [name, value] of Object.entries(own)) putInside(attributes, name, value);
  return { physicalId, live: { ...attributes, ...own, ...resource.properties } };
}

/** `Endpoint.Address` is also the `Address` within `Endpoint`, which a type may have as an attribute too. */
function putInside(attributes: JsonObject, name: string, value: Json): void {
  const [holder = "", inner] = name.split(".");
  const whole = attributes[holder];
  if (inner !== undefined && isObject(whole)) (whole as JsonObject)[inner] = value;
}

/** The value of an attribute of a live resource; custom resources answer any. */
export function readAttribute(live: JsonObject, attribute: string, physicalId: string): Json {
  if (Object.hasOwn(live, attribute)) return live[attribute] as Json;
  let value: Json | undefined = live;
  for (const key of attribute.split(".")) {
    const isHolder: boolean = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    value = isHolder ? (value as JsonObject)[key] : undefined;
  }
  return value ?? `${physicalId}.${attribute}`;
}

function overridden(identity: Identity): JsonObject {
  const makers = Object.entries(TYPE_OVERRIDES[identity.resource.type]?.attributes ?? {});
  return Object.fromEntries(makers.map(([name, make]) => [name, make(identity)]));
}

function makeAttribute(name: string, type: PropertyType, identity: Identity): Json {
  const { spec } = identity.resource;
  const last = name.split(".").pop() as string;
  switch (type.type) {
    case "boolean":
      return false;
    case "integer":
    case "number":
      return 1;
    case "array":
      return [];
    case "map":
    case "ref":
    case "json":
      return {};
  }
  const identifiers = spec?.primaryIdentifier ?? [];
  const isWhole = identifiers.length === 1 && identifiers[0] === name && !spec?.cfnRefIdentifier;
  if (isWhole) return identity.physicalId;
  if (/(Status|State)$/.test(last)) return "ACTIVE";
  if (/(Time|Date|Timestamp|At)$/.test(last)) return new Date().toISOString();
  if (name === "Arn") return identity.arn;
  if (name === "Id") return identity.physicalId;
  return identity.valueOf(name);
}

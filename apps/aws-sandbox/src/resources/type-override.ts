import { createHash } from "node:crypto";
import type { Resource } from "@aws-cdk/service-spec-types";
import type { Json, JsonObject } from "@greenroom/template";

/** What a physical resource is named from. */
export interface NewResource {
  type: string;
  logicalId: string;
  stackName: string;
  accountId: string;
  region: string;
  properties: JsonObject;
  spec?: Resource;
}

/** The names and ids of one physical resource, as far as those of its type are made from them. */
export interface Named {
  readonly resource: NewResource;
  readonly physicalId: string;
  readonly arn: string;
  valueOf(name: string): string;
}

/** What a type has of its own where the specification says too little. */
export interface TypeOverride {
  physicalId?: (of: Named) => string;
  /** In place of the specification's template. */
  arnTemplate?: string;
  attributes?: Record<string, (of: Named) => Json>;
  /**
   * Properties that tell two resources of the same physical id apart: a name may have an A and an AAAA
   * record.
   */
  distinguishedBy?: string[];
}

const memoized = new WeakMap<Named, string>();

/** An identity is asked for its id many times and must answer the same. */
export function memo(of: Named, make: () => string): string {
  const known = memoized.get(of) ?? make();
  memoized.set(of, known);
  return known;
}

/** Hexadecimal digits that follow from the physical id: the same in every attribute. */
export const digits = (of: Named, length: number, salt = ""): string =>
  createHash("sha256").update(`${of.physicalId}${salt}`).digest("hex").slice(0, length);

export function stringOr(value: Json | undefined, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}

/** An ARN in the account; `region` is that of the resource unless given (empty for global services). */
export const arnOf = ({ resource }: Named, service: string, rest: string, region = resource.region): string =>
  `arn:aws:${service}:${region}:${resource.accountId}:${rest}`;

/** A declared property as text. */
export const text = (of: Named, name: string, fallback = ""): string =>
  stringOr(of.resource.properties[name], fallback);

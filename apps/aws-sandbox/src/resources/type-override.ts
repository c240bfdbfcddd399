import { createHash } from "node:crypto";
import type { Json } from "@greenroom/template";
import type { Identity } from "./identity";

/** What a type has of its own where the specification says too little. */
export interface TypeOverride {
  physicalId?: (of: Identity) => string;
  /** In place of the specification's template. */
  arnTemplate?: string;
  attributes?: Record<string, (of: Identity) => Json>;
  /** Properties that tell two resources of the same physical id apart: a name may have an A and an AAAA record. */
  distinguishedBy?: string[];
}

const memoized = new WeakMap<Identity, string>();

/** An identity is asked for its id many times and must answer the same. */
export function memo(of: Identity, make: () => string): string {
  const known = memoized.get(of) ?? make();
  memoized.set(of, known);
  return known;
}

/** Hexadecimal digits that follow from the physical id: the same in every attribute. */
export const digits = (of: Identity, length: number, salt = ""): string =>
  createHash("sha256").update(`${of.physicalId}${salt}`).digest("hex").slice(0, length);

export function stringOr(value: Json | undefined, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}

/** An ARN in the account; `region` is that of the resource unless given (empty for global services). */
export const arnOf = (
  { resource }: Identity,
  service: string,
  rest: string,
  region = resource.region,
): string => `arn:aws:${service}:${region}:${resource.accountId}:${rest}`;

/** A declared property as text. */
export const text = (of: Identity, name: string, fallback = ""): string =>
  stringOr(of.resource.properties[name], fallback);

import { asIntrinsic, isObject, type Json } from "@greenroom/template";

export interface LeafChange {
  /** "Properties" is left out: "RedrivePolicy.maxReceiveCount", "Tags.greenroom:request". */
  path: string;
  before: string | null;
  after: string | null;
}

/** More leaves than that say less than the property as a whole. */
const MAX_LEAVES = 20;
const MAX_TEXT = 300;
const HIDDEN = "(hidden)";
const SECRET_NAME = /(password|passphrase|secret(string|binary)?|token|private_?key|api_?key|credentials)$/i;

/** Where two values of a property differ, down to its leaves; the whole property when there are too many. */
export function leafChanges(path: string, before: Json | undefined, after: Json | undefined): LeafChange[] {
  const leaves = walk(path, before, after);
  return leaves.length > 0 && leaves.length <= MAX_LEAVES ? leaves : [leaf(path, before, after)];
}

/**
 * A template value as bounded text; null when it is absent. Values under names that promise a secret are
 * hidden.
 */
export function textOf(path: string, value: Json | undefined): string | null {
  if (value === undefined) return null;
  const shown = hideSecrets(path.slice(path.lastIndexOf(".") + 1), value);
  const text = typeof shown === "string" ? shown : JSON.stringify(shown);
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}

function leaf(path: string, before: Json | undefined, after: Json | undefined): LeafChange {
  return { path, before: textOf(path, before), after: textOf(path, after) };
}

function walk(path: string, before: Json | undefined, after: Json | undefined): LeafChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const from = asFields(before);
  const to = asFields(after);
  if (!from || !to) return [leaf(path, before, after)];
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return names.flatMap((name) => walk(`${path}.${name}`, from[name], to[name]));
}

/**
 * Named parts of a value: an object's fields, a tag list's keys, a list's positions. Null for what is one
 * piece.
 */
function asFields(value: Json | undefined): Record<string, Json> | null {
  if (Array.isArray(value)) {
    const tags = value.map(asTag);
    return Object.fromEntries(tags.every((tag) => tag !== null) ? tags : value.entries());
  }
  return isObject(value) && !asIntrinsic(value) ? value : null;
}

function asTag(value: Json): [string, Json] | null {
  if (!isObject(value) || typeof value.Key !== "string" || value.Value === undefined) return null;
  return [value.Key, value.Value];
}

function hideSecrets(name: string, value: Json): Json {
  // An intrinsic or a dynamic reference only says where the secret is kept.
  const isPointer = asIntrinsic(value) || (typeof value === "string" && value.startsWith("{{resolve:"));
  if (SECRET_NAME.test(name) && !isPointer) return HIDDEN;
  if (Array.isArray(value)) return value.map((item) => hideSecrets(name, item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideSecrets(key, item)]));
}

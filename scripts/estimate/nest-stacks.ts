import path from "node:path";
import type { StackTemplate } from "@greenroom/pricing";
import { createScope, isObject, type Json, resolveValue, TemplateError } from "@greenroom/template";
import type { ReadTemplate } from "./read-template";
import { stemOf } from "./template-name";

const NESTED = "AWS::CloudFormation::Stack";

/** A template that stands for a stack: by itself, or nested by a resource of another. */
export type PlacedTemplate = ReadTemplate & Pick<StackTemplate, "nestedBy">;

/** A nested stack of a template: its logical id and the given template that it names. */
interface NestedStack {
  id: string;
  child: ReadTemplate | null;
}

/** The nested stacks of a template, each with its own among those given. */
export function nestedStacksOf(one: ReadTemplate, given: readonly ReadTemplate[]): NestedStack[] {
  const addresses = given.flatMap((parent) =>
    addressesIn(parent).map(({ address }) => ({ address, parent })),
  );
  return addressesIn(one).map(({ id, address }) => ({
    id,
    child: address === null ? null : findTemplate({ address, parent: one }, given, addresses),
  }));
}

/** The nested stacks of a template with the addresses that they name. */
function addressesIn(one: ReadTemplate): { id: string; address: string | null }[] {
  return Object.entries(one.template.Resources)
    .filter(([, { Type }]) => Type === NESTED)
    .map(([id, { Properties, Metadata }]) => {
      // CDK names the file it wrote beside the address that it will have.
      const asset = Metadata?.["aws:asset:path"];
      return { id, address: typeof asset === "string" ? asset : addressOf(Properties?.TemplateURL, one) };
    });
}

/**
 * A template that others nest stands once for each nested stack; values of the command line go before what it
 * is passed.
 */
export function nestStacks(templates: readonly ReadTemplate[]): PlacedTemplate[] {
  const children = new Map(templates.map((one) => [one, nestedStacksOf(one, templates)]));
  const nested = new Set([...children.values()].flat().map(({ child }) => child));
  const taken = new Set<string>();

  const place = (
    one: ReadTemplate,
    above: readonly ReadTemplate[],
    nestedBy?: { key: string; logicalId: string },
  ): PlacedTemplate[] => {
    const key = taken.has(one.key) && nestedBy ? `${nestedBy.key}.${nestedBy.logicalId}` : one.key;
    taken.add(key);
    const below = (children.get(one) ?? []).flatMap(({ id, child }) =>
      child && child !== one && !above.includes(child)
        ? place(child, [...above, one], { key, logicalId: id })
        : [],
    );
    return [{ ...one, key, ...(nestedBy && { nestedBy }) }, ...below];
  };

  const roots = templates.filter((one) => !nested.has(one));
  return (roots.length > 0 ? roots : templates).flatMap((root) => place(root, []));
}

interface Named<T = string> {
  address: T;
  parent: ReadTemplate;
}

/**
 * The given file that an address names: relative to the parent, or the one that shares most of the path's end
 * with it. None when two share as much, or when only the name is shared and a folder or another nested stack
 * says that it is another file.
 */
function findTemplate(
  named: Named,
  given: readonly ReadTemplate[],
  addresses: readonly Named<string | null>[],
): ReadTemplate | null {
  const { address, parent } = named;
  const others = given.filter((one) => one !== parent);
  const exact = others.find((one) => isAt(named, one));
  if (exact) return exact;
  const scored = others.map((one) => ({ one, score: score(address, one) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const [only, ...more] = scored.filter(({ score }) => score === best);
  if (best === 0 || !only || more.length > 0) return null;
  const folders = foldersOf(address);
  if (best >= SHARES_A_FOLDER || folders.length === 0) return only.one;
  const isOthers = addresses.some(
    (other) =>
      other.address !== null &&
      other.address !== address &&
      (isAt({ ...other, address: other.address }, only.one) || score(other.address, only.one) >= best),
  );
  return isOthers || contradicts(folders, named, only.one) ? null : only.one;
}

const isAt = ({ address, parent }: Named, { file }: ReadTemplate) =>
  path.resolve(file) === path.resolve(path.dirname(parent.file), address);

const score = (address: string, { file }: ReadTemplate) =>
  sharedEnd(segmentsOf(address.replace(/[?#].*$/, "")), segmentsOf(path.resolve(file)));

/**
 * A file beside the parent may be a copy of what an URL names in a folder; a path names the folder for
 * certain.
 */
function contradicts(
  folders: readonly string[],
  { address, parent }: Named,
  { file }: ReadTemplate,
): boolean {
  const from = path.relative(path.dirname(path.resolve(parent.file)), path.dirname(path.resolve(file)));
  const folder = segmentsOf(from)
    .filter((part) => part !== "..")
    .at(-1);
  return folder === undefined ? !SCHEME.test(address) : folder !== folders.at(-1);
}

const SCHEME = /^[a-z0-9]+:\/\//i;
const PATH_STYLE = /^s3[.-]/;

/** The folders of an address, without the host and bucket of an URL and what is not written out. */
function foldersOf(address: string): string[] {
  const parts = address
    .replace(/[?#].*$/, "")
    .replace(SCHEME, "")
    .split("/")
    .slice(0, -1);
  const isUrl = SCHEME.test(address);
  const before = !isUrl ? 0 : PATH_STYLE.test(parts[0] ?? "") ? 2 : 1;
  return parts.slice(before).filter((part) => !["", ".", ".."].includes(part));
}

/** Of `sharedEnd`: the name and the folder around it. */
const SHARES_A_FOLDER = 2;

const segmentsOf = (address: string) => address.split("/").filter((part) => part !== "" && part !== ".");

/** Names of files count without their endings, a little more with the same one. */
function sharedEnd(a: readonly string[], b: readonly string[]): number {
  const [lastA = "", lastB = ""] = [a.at(-1), b.at(-1)];
  if (stemOf(lastA) !== stemOf(lastB)) return 0;
  let folders = 1;
  while (folders < a.length && folders < b.length && a.at(-1 - folders) === b.at(-1 - folders)) folders += 1;
  return folders + (lastA === lastB ? 0.5 : 0);
}

/** As far as it is written out: what an unknown part holds is left open. */
function addressOf(url: Json | undefined, { template, parameters, key }: ReadTemplate): string | null {
  if (url === undefined) return null;
  try {
    const environment = { region: "us-east-1", stackName: key, parameters };
    const scope = createScope(template, {
      ...environment,
      allowMissingParameters: true,
      allowUnexpanded: true,
    });
    const resolved = resolveValue(url, scope);
    if (typeof resolved === "string") return resolved;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
  }
  return writtenText(url);
}

/**
 * The text of Fn::Sub and the parts of Fn::Join, with an empty path segment for whatever is not written out.
 */
function writtenText(value: Json): string | null {
  if (typeof value === "string") return value.replace(/\$\{[^}]*\}/g, "//");
  if (!isObject(value)) return null;
  const text = value["Fn::Sub"] as Json | undefined;
  if (text !== undefined) return writtenText((Array.isArray(text) ? text[0] : text) ?? null);
  const joined = value["Fn::Join"];
  if (!Array.isArray(joined) || typeof joined[0] !== "string" || !Array.isArray(joined[1])) return null;
  return joined[1].map((part) => writtenText(part as Json) ?? "//").join(joined[0]);
}

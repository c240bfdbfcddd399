import path from "node:path";
import type { StackTemplate } from "@greenroom/costs";
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
  return Object.entries(one.template.Resources)
    .filter(([, { Type }]) => Type === NESTED)
    .map(([id, { Properties, Metadata }]) => {
      // CDK names the file it wrote beside the address that it will have.
      const asset = Metadata?.["aws:asset:path"];
      const named = typeof asset === "string" ? asset : addressOf(Properties?.TemplateURL, one);
      return { id, child: named === null ? null : findTemplate(named, one, given) };
    });
}

/** A template that others nest stands once for each nested stack; values of the command line go before what it is passed. */
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

/**
 * The given file that an address names: relative to the parent, or the one that shares most of the path's end with it. None when two
 * share as much.
 */
function findTemplate(
  address: string,
  parent: ReadTemplate,
  given: readonly ReadTemplate[],
): ReadTemplate | null {
  const others = given.filter((one) => one !== parent);
  const beside = path.resolve(path.dirname(parent.file), address);
  const exact = others.find(({ file }) => path.resolve(file) === beside);
  if (exact) return exact;
  const wanted = segmentsOf(address.replace(/[?#].*$/, ""));
  const scored = others.map((one) => ({ one, score: sharedEnd(wanted, segmentsOf(path.resolve(one.file))) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const [only, ...more] = scored.filter(({ score }) => score === best);
  return best > 0 && only && more.length === 0 ? only.one : null;
}

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

/** The text of Fn::Sub and the parts of Fn::Join, with an empty path segment for whatever is not written out. */
function writtenText(value: Json): string | null {
  if (typeof value === "string") return value.replace(/\$\{[^}]*\}/g, "//");
  if (!isObject(value)) return null;
  const text = value["Fn::Sub"] as Json | undefined;
  if (text !== undefined) return writtenText((Array.isArray(text) ? text[0] : text) ?? null);
  const joined = value["Fn::Join"];
  if (!Array.isArray(joined) || typeof joined[0] !== "string" || !Array.isArray(joined[1])) return null;
  return joined[1].map((part) => writtenText(part as Json) ?? "//").join(joined[0]);
}

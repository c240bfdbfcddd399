import { AppError } from "@greenroom/errors";
import { type Message, message } from "@greenroom/messages";
import { isObject } from "@greenroom/template";
import { parse } from "yaml";
import { z } from "zod";
import { COST_MODELS } from "../models";
import type { Usage } from "../usage";

const usageFileSchema = z.object({
  version: z.union([z.string(), z.number()]).optional(),
  resource_usage: z.record(z.string(), z.record(z.string(), z.unknown()).nullable()).nullish(),
  /** Figures for every resource of a CloudFormation type that has none of its own. */
  resource_type_default_usage: z.record(z.string(), z.record(z.string(), z.unknown()).nullable()).nullish(),
});

/** Words that choose what there is without them: Infracost's files write them out. */
const DEFAULTS = new Set(["operating_system.linux"]);

/** A stack's resources by logical id, as far as a usage file needs to know them. */
export interface UsageTarget {
  key: string;
  types: Readonly<Record<string, string>>;
}

/**
 * Reads a usage file with Infracost's keys (`resource_usage: <LogicalId>: monthly_requests: 100`; groups such
 * as `standard: {storage_gb: 1}` are nested), in YAML or JSON.
 * @returns the figures for each stack that has the resource, and a line for everything in the file that
 * changes nothing
 * @throws AppError INVALID_INPUT naming the place that cannot be read
 */
export function readUsageFile(
  text: string,
  name: string,
  stacks: readonly UsageTarget[],
): { usage: Usage; ignored: string[] } {
  const file = parseFile(text, name);
  const assumption: Message = message("pricing.assumption.fromFile", { name });
  const usage: Usage = {};
  const found = new Set<string>();
  const seenTypes = new Set<string>();
  const strange = new Set<string>();
  for (const { key, types } of stacks) {
    for (const [logicalId, type] of Object.entries(types)) {
      seenTypes.add(type);
      const own = file.resource_usage?.[logicalId];
      const defaults = file.resource_type_default_usage?.[type];
      if (own !== undefined) found.add(logicalId);
      if (!own && !defaults) continue;
      // Its own figures go before those of its type, key by key.
      const byKey = new Map<string, number>();
      for (const [given, owner] of [
        [defaults, type],
        [own, logicalId],
      ] as const) {
        for (const [figure, value] of flatten(given ?? {}, `${name}: ${owner}`)) {
          assertNumber(figure, type, `${name}: ${owner}`);
          const problem = strangeKey(figure, type, owner);
          if (problem) strange.add(problem);
          byKey.set(figure, value);
        }
      }
      const figures = [...byKey].map(
        ([figure, value]) => [figure, { low: value, expected: value, high: value, assumption }] as const,
      );
      usage[key] = { ...usage[key], [logicalId]: Object.fromEntries(figures) };
    }
  }
  const missing = (section: object | null | undefined, there: ReadonlySet<string>) =>
    Object.keys(section ?? {})
      .filter((id) => !there.has(id))
      .map((id) => `The usage file names ${id}, which no template has.`);
  return {
    usage,
    ignored: [
      ...missing(file.resource_usage, found),
      ...missing(file.resource_type_default_usage, seenTypes),
      ...strange,
    ],
  };
}

/**
 * What is wrong with a figure that the type's model does not ask for. A type without a model is named beside
 * the total already.
 */
function strangeKey(figure: string, type: string, owner: string): string | null {
  const model = COST_MODELS.get(type);
  if (!model || DEFAULTS.has(figure) || model.usageKeys.some((key) => patternOf(key).test(figure)))
    return null;
  const known = model.usageKeys.length > 0 ? model.usageKeys.join(", ") : "nothing";
  return `The usage file's ${owner}.${figure} changes nothing: ${type} asks for ${known}.`;
}

/**
 * A word where the type's model asks for a number: `monthly_requests: many` reads as the choice
 * "monthly_requests.many".
 */
function assertNumber(figure: string, type: string, where: string): void {
  const asked = COST_MODELS.get(type)?.usageKeys ?? [];
  const key = asked.find((one) => figure.startsWith(`${one}.`));
  if (key === undefined || asked.some((one) => patternOf(one).test(figure))) return;
  throw unreadable(`${where}.${key}`, `"${figure.slice(key.length + 1)}" is no number`);
}

/**
 * "operating_system.<windows|rhel>" asks for one of these words, "karpenter_nodes.<instance type>" for any.
 */
function patternOf(key: string): RegExp {
  const pattern = key
    .replaceAll(".", "\\.")
    .replace(/<([^>]+)>/g, (_, words: string) => (words.includes("|") ? `(${words})` : ".+"));
  return new RegExp(`^${pattern}$`, "i");
}

function parseFile(text: string, name: string): z.infer<typeof usageFileSchema> {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw unreadable(name, (error as Error).message.split("\n")[0] ?? "");
  }
  const parsed = usageFileSchema.safeParse(content ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw unreadable(name, `${issue?.path.join(".") || "the file"}: ${issue?.message ?? ""}`);
}

/**
 * Nested groups become dotted keys; a choice in words ("linux") becomes part of its key, as figures are
 * numbers.
 */
function flatten(figures: Record<string, unknown>, where: string): [string, number][] {
  return Object.entries(figures).flatMap(([key, value]): [string, number][] => {
    if (value === null) return [];
    if (typeof value === "number") return [[key, value]];
    if (isObject(value)) {
      return flatten(value, `${where}.${key}`).map(([below, figure]) => [`${key}.${below}`, figure]);
    }
    if (typeof value !== "string")
      throw unreadable(`${where}.${key}`, `${JSON.stringify(value)} is no figure`);
    const number = Number(value.replaceAll(",", "").replaceAll("_", ""));
    return value.trim() !== "" && Number.isFinite(number) ? [[key, number]] : [[`${key}.${value}`, 1]];
  });
}

function unreadable(where: string, reason: string): AppError {
  return new AppError("usageFileUnreadable", { where, reason });
}

import path from "node:path";
import { defaultPriceBook, estimateTemplates } from "@greenroom/pricing";
import {
  differenceText,
  isMore,
  moneyText,
  readUsageFile,
  toComparisonTable,
  toEstimateHtml,
  toEstimateTable,
  toInfracostJson,
} from "@greenroom/pricing/reports";
import {
  compareEstimates,
  type Estimate,
  type EstimateComparison,
  estimateSchema,
} from "@greenroom/pricing/schema";
import { isObject } from "@greenroom/template";
import { UsageError } from "../command-line";
import { findGaps, findUnknownValues, findUnpricedResources } from "./find-gaps";
import { nameStacks } from "./name-stacks";
import { nestStacks, type PlacedTemplate } from "./nest-stacks";
import type { EstimateCommand } from "./options";
import { type ReadTemplate, readTemplate, readText } from "./read-template";

export interface EstimateOutcome {
  output: string;
  /** What to say beside the output: figures that fit nothing, limits that were exceeded. */
  warnings: string[];
  exitCode: 0 | 2;
}

/**
 * Prices the templates of a command line.
 * @throws UsageError for files that cannot be read, AppError for templates and usage figures that cannot be
 * priced
 */
export function runEstimate(command: EstimateCommand, now: Date): EstimateOutcome {
  assertRegion(command.region);
  const files = withUniqueKeys(command.files.map((file) => readTemplate(file, command)));
  const templates = nestStacks(files);
  const { usage, ignored } = readUsage(command.usage, templates);
  const { region, account, stored } = command;
  const toStacks = (some: readonly PlacedTemplate[]) => {
    const named = nameStacks(some);
    return some.map(({ key, template, parameters, nestedBy }) => ({
      key,
      region,
      template,
      parameters,
      stored,
      ...named.get(key),
      ...(nestedBy && { nestedBy }),
      ...(account !== undefined && { accountId: account }),
    }));
  };
  const price = (some: readonly PlacedTemplate[]): Estimate =>
    estimateTemplates({ stacks: toStacks(some), usage, environmentHours: command.hours, now });
  const estimate = price(templates);
  const before = readBefore(command, templates, price);
  const gaps = [
    ...findGaps(files),
    ...findUnknownValues(estimate, templates),
    ...findUnpricedResources(estimate),
  ];
  const warnings = [
    ...files.flatMap(({ warnings }) => warnings),
    ...unknownParameters(files, command.parameters),
    ...ignored,
    ...gaps,
  ];
  const comparison = before && compareEstimates(before, estimate);
  const limits = exceededLimits({ estimate, comparison, gaps }, command);
  return {
    output: render({ estimate, before, comparison, warnings }, command, now),
    warnings: [...warnings, ...limits],
    exitCode: limits.length > 0 ? 2 : 0,
  };
}

interface Compared {
  estimate: Estimate;
  comparison: EstimateComparison | null;
}

function render(
  { estimate, before, comparison, warnings }: Compared & { before: Estimate | null; warnings: string[] },
  command: EstimateCommand,
  now: Date,
): string {
  switch (command.format) {
    case "json": {
      const report = toInfracostJson(estimate, { before, now, command: "estimate" });
      // The whole estimate goes along, so that a later `--compare` can tell component from component.
      return JSON.stringify({ ...report, warnings, estimate }, null, 2);
    }
    case "html":
      return toEstimateHtml(estimate, comparison ?? undefined);
    case "table":
      return comparison ? toComparisonTable(comparison) : toEstimateTable(estimate);
  }
}

/** Two files of one name in two folders are two stacks, called by their folders too. */
function withUniqueKeys(templates: readonly ReadTemplate[]): ReadTemplate[] {
  const isShared = (key: string) => templates.filter((one) => one.key === key).length > 1;
  const named = templates.map((one) =>
    isShared(one.key)
      ? { ...one, key: `${path.basename(path.dirname(path.resolve(one.file)))}/${one.key}` }
      : one,
  );
  return named.map((one, index) => {
    const isRepeated = named.slice(0, index).some(({ key }) => key === one.key);
    return isRepeated ? { ...one, key: `${one.key}-${index + 1}` } : one;
  });
}

function readUsage(file: string | undefined, templates: readonly ReadTemplate[]) {
  if (file === undefined) return { usage: {}, ignored: [] };
  const targets = templates.map(({ key, template }) => ({
    key,
    types: Object.fromEntries(Object.entries(template.Resources).map(([id, { Type }]) => [id, Type])),
  }));
  return readUsageFile(readText(file), path.basename(file), targets);
}

function unknownParameters(templates: readonly ReadTemplate[], values: Record<string, string>): string[] {
  return Object.keys(values)
    .filter((name) => !templates.some(({ template }) => Object.hasOwn(template.Parameters, name)))
    .map((name) => `No template has a parameter ${name}.`);
}

/**
 * An older estimate, or an older template priced by today's book; its stack is the one of the only template
 * now.
 */
function readBefore(
  command: EstimateCommand,
  templates: readonly ReadTemplate[],
  price: (some: readonly PlacedTemplate[]) => Estimate,
): Estimate | null {
  const { compare: file } = command;
  if (file === undefined) return null;
  const content = parsedJson(readText(file));
  const stored = estimateSchema.safeParse(content?.estimate);
  if (stored.success) return stored.data;
  if (content && "projects" in content) {
    throw new UsageError(
      `${file} is an estimate without what a comparison needs: make it with \`npm run estimate -- … --format json\`.`,
    );
  }
  const old = readTemplate(file, command);
  const [only, ...others] = templates;
  return price([{ ...old, key: only && others.length === 0 ? only.key : old.key }]);
}

function parsedJson(text: string): { estimate?: unknown } | null {
  try {
    const content: unknown = JSON.parse(text);
    return isObject(content) ? content : null;
  } catch {
    return null;
  }
}

function exceededLimits(
  { estimate, comparison, gaps }: Compared & { gaps: readonly string[] },
  { failOver, failOnUnpriced }: EstimateCommand,
): string[] {
  const { monthlyUsd, unpricedComponentCount, notModelled } = estimate;
  const isOver = failOver !== undefined && isMore(monthlyUsd.expected, failOver);
  const isIncomplete = failOnUnpriced && unpricedComponentCount + notModelled.length + gaps.length > 0;
  return [
    isOver && `$${moneyText(monthlyUsd.expected)} a month is more than the limit of $${moneyText(failOver)}.`,
    isIncomplete &&
      `The total is not whole: ${unpricedComponentCount} components have no price, ${notModelled.length} types have no model, ${gaps.length} other things are missing.`,
    failOnUnpriced &&
      comparison &&
      comparison.bound !== "EXACT" &&
      `The difference is not whole: ${differenceText(comparison)}.`,
  ].filter((line) => typeof line === "string");
}

function assertRegion(region: string): void {
  const { regions } = defaultPriceBook();
  if (!regions.includes(region)) {
    throw new UsageError(
      `There are no prices for the region ${region}. Choose one of: ${regions.join(", ")}.`,
    );
  }
}

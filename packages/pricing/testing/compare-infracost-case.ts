import { estimateTemplates } from "../src/estimate-templates";
import type { CostComponent } from "../src/schema";
import { CASES, type InfracostNotes } from "./cases";
import { given, givenOf } from "./given";
import type { InfracostCase, InfracostComponent } from "./infracost-cases";
import type { Translation } from "./terraform-attributes";

/**
 * A day of the golden files: Kubernetes 1.29 is in extended support, PostgreSQL 11 in its first year of it.
 */
const DAY = new Date("2025-06-01T00:00:00Z");
/** Golden quantities have four decimals. */
const QUANTITY_TOLERANCE = 1e-4;
const CENT = 0.00501;

export type Verdict = "agreed" | "on purpose" | "wrong";
export interface Finding {
  case: string;
  component: string;
  verdict: Verdict;
  detail: string;
  /** Both sides have a cost, so that it was compared as well, not the quantity alone. */
  isCosted: boolean;
}

/**
 * Every component of a case, theirs and ours, with what we make of it; none when we have no model for the
 * type.
 */
export function compareInfracostCase(infracostCase: InfracostCase): Finding[] {
  const found = [...CASES].find(([, { terraform = {} }]) => infracostCase.resourceType in terraform);
  if (!found) return [];
  const [type, { terraform, infracost = {} }] = found;
  const translate = terraform?.[infracostCase.resourceType] as Translation;
  const ours = priceCase(infracostCase, type, translate, infracost);
  const theirs = new Map(
    infracostCase.components.map((component) => [nameOf(component, infracostCase.resourceType), component]),
  );
  const mine = new Map(ours.map((component) => [component.name, component]));
  return [...new Set([...theirs.keys(), ...mine.keys()])].map((component) => {
    const [their, our] = [theirs.get(component), mine.get(component)];
    const problem = judge(their, our);
    const reason = infracost.differs?.find(
      ([address, name]) => address.test(infracostCase.address) && name.test(component),
    )?.[2];
    const isCosted = their?.monthlyCostUsd != null && our?.monthlyCostUsd != null && !our.missingUsage;
    const base = { case: infracostCase.address, component, isCosted };
    if (!problem) return { ...base, verdict: "agreed", detail: "" };
    return reason
      ? { ...base, verdict: "on purpose", detail: `${problem}. ${reason}` }
      : { ...base, verdict: "wrong", detail: problem };
  });
}

function priceCase(
  { address, region, attributes, usage }: InfracostCase,
  Type: string,
  translate: Translation,
  notes: InfracostNotes,
): CostComponent[] {
  const properties = translate({ ...attributes, ...fromAddress(address) });
  const R = { Type, Properties: { ...properties, ...notes.properties?.[address] } };
  const lost = notes.usage?.find(([pattern]) => pattern.test(address))?.[1];
  const figures = usage ? flattenUsage(usage) : lost;
  const { resources } = estimateTemplates({
    stacks: [{ key: "s", region, template: { Resources: { ...notes.beside?.[address], R } } }],
    usage: { s: { ...givenOf(notes.usageBeside?.[address] ?? {}), R: given(figures) } },
    now: DAY,
  });
  return resources.find(({ logicalId }) => logicalId === "R")?.components ?? [];
}

/**
 * Nested usage ("standard: storage_gb:") as the dotted keys that models read; words become part of their key.
 */
function flattenUsage(usage: Record<string, unknown>, prefix = ""): Record<string, number> {
  return Object.fromEntries(
    Object.entries(usage).flatMap(([key, value]): [string, number][] => {
      if (typeof value === "object" && value !== null) {
        return Object.entries(flattenUsage(value as Record<string, unknown>, `${prefix}${key}.`));
      }
      const isWord = typeof value === "string" && Number.isNaN(Number(value));
      return [isWord ? [`${prefix}${key}.${value}`, 1] : [`${prefix}${key}`, Number(value)]];
    }),
  );
}

/**
 * What `for_each` puts into the attributes stands in the address: `extended_support["aurora-postgresql-11"]`.
 */
function fromAddress(address: string): Record<string, string> {
  const each = /\["(.+)"\]$/.exec(address)?.[1];
  if (!each) return {};
  const [, engine, version] = /^(?:(\D+)-)?([\d.]+)$/.exec(each) ?? [];
  if (!version) return {};
  return engine ? { engine, engine_version: version } : { version };
}

function judge(theirs: InfracostComponent | undefined, ours: CostComponent | undefined): string | null {
  if (!ours) return "missing here";
  if (!theirs) return isHiddenByInfracost(ours) ? null : "only here";
  if (ours.unit !== theirs.unit) return `unit ${ours.unit} instead of ${theirs.unit}`;
  const quantity = ours.missingUsage ? null : Number(ours.monthlyQuantity.expected);
  const isSame =
    quantity === null || theirs.monthlyQuantity === null
      ? quantity === theirs.monthlyQuantity
      : Math.abs(quantity - theirs.monthlyQuantity) <= QUANTITY_TOLERANCE;
  return isSame ? judgeCost(theirs, ours) : `quantity ${quantity} instead of ${theirs.monthlyQuantity}`;
}

/** Infracost's tables leave out what has a quantity of zero. */
function isHiddenByInfracost(ours: CostComponent): boolean {
  return !ours.missingUsage && Number(ours.monthlyQuantity.high) === 0;
}

/** Costs are compared where both have one; ours must be theirs to the cent. */
function judgeCost(theirs: InfracostComponent, ours: CostComponent): string | null {
  if (theirs.monthlyCostUsd === null || ours.missingUsage) return null;
  const isReserved = ours.name.includes("(reserved") || ours.name.includes(", reserved");
  if (ours.monthlyCostUsd === null) return isReserved ? `no price instead of ${theirs.monthlyCostUsd}` : null;
  const difference = Math.abs(Number(ours.monthlyCostUsd.expected) - theirs.monthlyCostUsd);
  return difference <= CENT
    ? null
    : `cost ${ours.monthlyCostUsd.expected} instead of ${theirs.monthlyCostUsd}`;
}

/**
 * Terraform's blocks have other names in CloudFormation; SNS: we deduct no free tier, so the names do not
 * speak of one.
 */
function nameOf({ sub, name }: InfracostComponent, resourceType: string): string {
  const plain = resourceType === "aws_sns_topic" ? name.replace(/ \(over (1M|100k|1k|100)\)$/, "") : name;
  const isNodeVolume = resourceType === "aws_eks_node_group" && plain.startsWith("Storage");
  if (isNodeVolume || sub === "root_block_device") return `Root volume: ${plain}`;
  if (!sub || sub.startsWith("aws_launch_template")) return plain;
  const volume = /^ebs_block_device\[(\d+)\]$/.exec(sub)?.[1];
  return volume === undefined ? `${sub}: ${plain}` : `Volume ${Number(volume) + 1}: ${plain}`;
}

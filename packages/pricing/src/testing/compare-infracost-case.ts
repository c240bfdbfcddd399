import { estimateTemplates } from "../estimate-templates";
import type { CostComponent } from "../schema";
import type { InfracostCase, InfracostComponent } from "./infracost-cases";
import {
  LAUNCH_TEMPLATES,
  LOST_USAGE,
  ON_PURPOSE,
  SCALING_TARGETS,
  SUBSCRIPTIONS,
} from "./infracost-exceptions";
import { flattenUsage, toCloudFormation } from "./terraform-to-cloudformation";

/** A day of the golden files: Kubernetes 1.29 is in extended support, PostgreSQL 11 in its first year of it. */
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

/** Every component of a case, theirs and ours, with what we make of it; none when we have no model for the type. */
export function compareInfracostCase(infracostCase: InfracostCase): Finding[] {
  const ours = priceCase(infracostCase);
  if (!ours) return [];
  const theirs = new Map(
    infracostCase.components.map((component) => [nameOf(component, infracostCase.resourceType), component]),
  );
  const mine = new Map(ours.map((component) => [component.name, component]));
  return [...new Set([...theirs.keys(), ...mine.keys()])].map((component) => {
    const [their, our] = [theirs.get(component), mine.get(component)];
    const problem = judge(their, our);
    const reason = ON_PURPOSE.find(
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

function priceCase({
  resourceType,
  address,
  region,
  attributes,
  usage,
}: InfracostCase): CostComponent[] | null {
  const resource = toCloudFormation(resourceType, { ...attributes, ...fromAddress(address) });
  if (!resource) return null;
  const subscriptions = Array.from({ length: SUBSCRIPTIONS[address] ?? 0 }, () => ({ Protocol: "sqs" }));
  if (subscriptions.length > 0) resource.Properties.Subscription = subscriptions;
  const figures = usage ? flattenUsage(usage) : LOST_USAGE.find(([pattern]) => pattern.test(address))?.[1];
  const capacities = Object.values(SCALING_TARGETS[address] ?? {}).map((target, index) => [
    `Target${index}`,
    typeof target === "number" ? {} : given(target),
  ]);
  const { resources } = estimateTemplates({
    stacks: [{ key: "s", region, template: { Resources: { ...beside(address), R: resource } } }],
    usage: { s: { ...Object.fromEntries(capacities), R: given(figures ?? {}) } },
    now: DAY,
  });
  return resources.find(({ logicalId }) => logicalId === "R")?.components ?? [];
}

function given(figures: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [
      key,
      { low: value, expected: value, high: value, assumption: { en: "case", ko: "사례" } },
    ]),
  );
}

/** What `for_each` puts into the attributes stands in the address: `extended_support["aurora-postgresql-11"]`. */
function fromAddress(address: string): Record<string, string> {
  const each = /\["(.+)"\]$/.exec(address)?.[1];
  if (!each) return {};
  const [, engine, version] = /^(?:(\D+)-)?([\d.]+)$/.exec(each) ?? [];
  if (!version) return {};
  return engine ? { engine, engine_version: version } : { version };
}

function beside(address: string): Record<string, object> {
  const template = LAUNCH_TEMPLATES[address];
  const targets = Object.entries(SCALING_TARGETS[address] ?? {});
  return {
    ...(template && {
      Beside: { Type: "AWS::EC2::LaunchTemplate", Properties: { LaunchTemplateData: template } },
    }),
    ...Object.fromEntries(
      targets.map(([ScalableDimension, minimum], index) => [
        `Target${index}`,
        {
          Type: "AWS::ApplicationAutoScaling::ScalableTarget",
          Properties: {
            ResourceId: { Ref: "R" },
            ScalableDimension,
            MinCapacity: typeof minimum === "number" ? minimum : 1,
            MaxCapacity: typeof minimum === "number" ? minimum * 2 : 100,
          },
        },
      ]),
    ),
  };
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

/** Terraform's blocks have other names in CloudFormation; SNS: we deduct no free tier, so the names do not speak of one. */
function nameOf({ sub, name }: InfracostComponent, resourceType: string): string {
  const plain = resourceType === "aws_sns_topic" ? name.replace(/ \(over (1M|100k|1k|100)\)$/, "") : name;
  const isNodeVolume = resourceType === "aws_eks_node_group" && plain.startsWith("Storage");
  if (isNodeVolume || sub === "root_block_device") return `Root volume: ${plain}`;
  if (!sub || sub.startsWith("aws_launch_template")) return plain;
  const volume = /^ebs_block_device\[(\d+)\]$/.exec(sub)?.[1];
  return volume === undefined ? `${sub}: ${plain}` : `Volume ${Number(volume) + 1}: ${plain}`;
}

import { describe, expect, it } from "vitest";
import { estimateTemplates } from "./estimate-templates";
import type { CostComponent } from "./schema";
import { type InfracostCase, type InfracostComponent, readInfracostCases } from "./testing/infracost-cases";
import { flattenUsage, toCloudFormation } from "./testing/terraform-to-cloudformation";

const AUTOSCALING =
  "The capacity is the autoscaling target's, a resource of its own that the case leaves out.";

/** Where we differ on purpose: address of the case, component (as a pattern), why. */
const ON_PURPOSE: readonly (readonly [address: RegExp, component: RegExp, reason: string])[] = [
  [/^aws_dynamodb_table\.autoscale_dynamodb_table_usage$/, /capacity unit/, AUTOSCALING],
  [/^aws_dynamodb_table\.autoscale_dynamodb_table_literal_ref$/, /^Read capacity unit/, AUTOSCALING],
  [
    /^aws_dynamodb_table\.my_dynamodb_table$/,
    /^Global table/,
    "CloudFormation has replicas on GlobalTable only, where writes are replicated writes and no WCU is charged beside.",
  ],
  [
    /^aws_sns_topic\.sns_topic_customSmsPrice$/,
    /^SMS notifications/,
    "Free deliveries belong to the account, not to each topic, so none are deducted here.",
  ],
  [
    /^aws_sns_topic\.sns_topic_customSmsPrice$/,
    /^API requests$/,
    "Free requests belong to the account, not to each topic, so none are deducted here.",
  ],
];

/** Cases whose usage file names them by a wildcard, which the collection lost: the figures their quantities come from. */
const LOST_USAGE: readonly (readonly [RegExp, Record<string, number>])[] = [
  [
    /^aws_cloudwatch_log_group\.logs_count_withUsage/,
    { monthly_data_ingested_gb: 1000, storage_gb: 500, monthly_data_scanned_gb: 250 },
  ],
];

/** FIFO topics with subscriptions: resources beside the topic that the case leaves out. */
const SUBSCRIPTIONS: Record<string, number> = {
  "aws_sns_topic.sns_fifo_topic_withSubscriptions": 1,
  "aws_sns_topic.sns_fifo_topic_withUsageAndSubscriptions": 3,
};

type Verdict = "agreed" | "on purpose" | "wrong";
interface Finding {
  case: string;
  component: string;
  verdict: Verdict;
  detail: string;
}

function priceCase({
  resourceType,
  address,
  region,
  attributes,
  usage,
}: InfracostCase): CostComponent[] | null {
  const resource = toCloudFormation(resourceType, attributes);
  if (!resource) return null;
  const subscriptions = Array.from({ length: SUBSCRIPTIONS[address] ?? 0 }, () => ({ Protocol: "sqs" }));
  if (subscriptions.length > 0) resource.Properties.Subscription = subscriptions;
  const figures = usage ? flattenUsage(usage) : LOST_USAGE.find(([pattern]) => pattern.test(address))?.[1];
  const values = Object.entries(figures ?? {}).map(([key, value]) => [
    key,
    { low: value, expected: value, high: value, assumption: { en: "case", ko: "사례" } },
  ]);
  const { resources } = estimateTemplates({
    stacks: [{ key: "s", region, template: { Resources: { R: resource } } }],
    usage: { s: { R: Object.fromEntries(values) } },
  });
  return resources[0]?.components ?? [];
}

function judge(theirs: InfracostComponent | undefined, ours: CostComponent | undefined): string | null {
  if (!ours) return "missing here";
  if (!theirs) return isHiddenByInfracost(ours) ? null : "only here";
  if (ours.unit !== theirs.unit) return `unit ${ours.unit} instead of ${theirs.unit}`;
  const quantity = ours.missingUsage ? null : Number(ours.monthlyQuantity.expected);
  if (quantity !== theirs.monthlyQuantity) return `quantity ${quantity} instead of ${theirs.monthlyQuantity}`;
  return judgeCost(theirs, ours);
}

/** Infracost's tables leave out what has a quantity of zero. */
function isHiddenByInfracost(ours: CostComponent): boolean {
  return !ours.missingUsage && Number(ours.monthlyQuantity.high) === 0;
}

/** Costs are compared where both have one; ours must be theirs to the cent. */
function judgeCost(theirs: InfracostComponent, ours: CostComponent): string | null {
  if (theirs.monthlyCostUsd === null || ours.monthlyCostUsd === null || ours.missingUsage) return null;
  const difference = Math.abs(Number(ours.monthlyCostUsd.expected) - theirs.monthlyCostUsd);
  return difference <= 0.00501
    ? null
    : `cost ${ours.monthlyCostUsd.expected} instead of ${theirs.monthlyCostUsd}`;
}

function nameOf({ sub, name }: InfracostComponent): string {
  // SNS: we deduct no free tier, so the names do not speak of one.
  const plain = name.replace(/ \(over (1M|100k|1k|100)\)$/, "");
  return sub ? `${sub}: ${plain}` : plain;
}

function compareCase(infracostCase: InfracostCase): Finding[] {
  const ours = priceCase(infracostCase);
  if (!ours) return [];
  const theirs = new Map(infracostCase.components.map((component) => [nameOf(component), component]));
  const mine = new Map(ours.map((component) => [component.name, component]));
  return [...new Set([...theirs.keys(), ...mine.keys()])].map((component) => {
    const problem = judge(theirs.get(component), mine.get(component));
    const reason = ON_PURPOSE.find(
      ([address, name]) => address.test(infracostCase.address) && name.test(component),
    )?.[2];
    const base = { case: infracostCase.address, component };
    if (!problem) return { ...base, verdict: "agreed", detail: "" };
    return reason
      ? { ...base, verdict: "on purpose", detail: `${problem}. ${reason}` }
      : { ...base, verdict: "wrong", detail: problem };
  });
}

describe("Infracost's golden cases", () => {
  const cases = readInfracostCases();
  const findings = cases.flatMap(compareCase);
  const of = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict);

  it("agree with ours in quantity, unit and cost, or differ on purpose", () => {
    const tested = new Set(findings.map((finding) => finding.case)).size;
    process.stdout.write(
      `Infracost: ${tested} of ${cases.length} cases in scope; components: ${of("agreed").length} agreed, ` +
        `${of("on purpose").length} different on purpose, ${of("wrong").length} wrong\n`,
    );
    for (const { verdict, case: address, component, detail } of [...of("on purpose"), ...of("wrong")]) {
      process.stdout.write(`  ${verdict}: ${address} "${component}": ${detail}\n`);
    }
    expect(of("wrong")).toEqual([]);
  });

  it("are compared at all where they are there", () => {
    expect(cases.length === 0 || of("agreed").length > 100).toBe(true);
  });
});

import {
  type DifferenceBound,
  type Estimate,
  type EstimateComparison,
  type LeftOut,
  leftOutOf,
  statedDifference,
} from "../schema";
import { signed } from "./estimate-rows";
import { moneyText, quantityText } from "./money-text";
import { notKnownText } from "./not-known-text";

/**
 * "+43.07 USD a month", "at least +43.07 …": as much of a difference as is certain. A saving is said only
 * where it is one.
 */
export function differenceText({
  monthlyUsd: { expected },
  bound,
}: Pick<EstimateComparison, "monthlyUsd" | "bound">): string {
  const { says, usd } = statedDifference(expected, bound);
  switch (says) {
    case "EXACT":
      return `${signed(usd)} USD a month`;
    case "AT_LEAST":
      return `at least ${signed(usd)} USD a month`;
    case "AT_MOST":
      return `at most ${signed(usd)} USD a month`;
    case "SAVES_AT_MOST":
      return `not known, at most ${moneyText(usd)} USD a month less`;
    case "UNKNOWN":
      return "not known";
  }
}

/**
 * What a total leaves out of the resources it knows, a sentence for each part; types without a model are told
 * by themselves.
 */
export function leftOutOfTotal(estimate: Estimate): string[] {
  return leftOutOf(estimate)
    .filter(({ reason }) => reason !== "NOT_MODELLED")
    .map((part) => `Not in the total: ${leftOutText(part)}.`);
}

/** What a difference leaves out, a sentence for each part. */
export function leftOutOfDifference({
  leftOutBefore,
  leftOutAfter,
  leftOutAlike,
}: Omit<DifferenceBound, "bound">): string[] {
  return [
    ...leftOutBefore.map((part) => `Not in the figure before: ${leftOutText(part)}.`),
    ...leftOutAfter.map((part) => `Not in the figure after: ${leftOutText(part)}.`),
    ...leftOutAlike.map((part) => `Not in either figure, and the same in both: ${leftOutText(part)}.`),
  ];
}

/** "CAPTCHA attempts (5,256,000 a month) has no known price", with where it is. */
function leftOutText({
  stackKey,
  logicalId,
  resourceType,
  name,
  reason,
  notKnown = [],
  missingUsage,
  amount,
}: LeftOut): string {
  const resource = `${stackKey}.${logicalId}`;
  switch (reason) {
    case "NOT_MODELLED":
      return `${resource}: ${resourceType} has no price model`;
    case "NO_PRICE":
      return `${resource}: ${name}${amountText(amount)} has no known price`;
    case "NOT_KNOWN":
      return `${resource}: ${name} has no price, because ${notKnownText(notKnown)}`;
    case "NO_USAGE":
      return `${resource}: ${name} counts as 0 until ${missingUsage} is given`;
  }
}

function amountText(amount: LeftOut["amount"]): string {
  if (!amount) return "";
  return ` (${[quantityText(amount.quantity), amount.unit, "a month"].filter(Boolean).join(" ")})`;
}

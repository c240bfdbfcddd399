import type { DifferenceBound, EstimateComparison, LeftOut } from "../schema";
import { isNegativeDecimal } from "../schema";
import { signed } from "./estimate-rows";
import { moneyText } from "./money-text";
import { notKnownText } from "./not-known-text";

/** "+43.07 USD a month", "at least +43.07 …": as much of a difference as is certain. A saving is said only where it is one. */
export function differenceText({
  monthlyUsd: { expected },
  bound,
}: Pick<EstimateComparison, "monthlyUsd" | "bound">): string {
  const usd = "USD a month";
  switch (bound) {
    case "EXACT":
      return `${signed(expected)} ${usd}`;
    case "AT_MOST":
      return `at most ${signed(expected)} ${usd}`;
    case "AT_LEAST":
      return isNegativeDecimal(expected)
        ? `not known, at most ${moneyText(expected.slice(1))} ${usd} less`
        : `at least ${signed(expected)} ${usd}`;
    case "UNKNOWN":
      return "not known";
  }
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

function leftOutText({ stackKey, logicalId, resourceType, name, reason, notKnown = [] }: LeftOut): string {
  const resource = `${stackKey}.${logicalId}`;
  switch (reason) {
    case "NOT_MODELLED":
      return `${resource}: ${resourceType} has no price model`;
    case "NO_PRICE":
      return `${resource}: ${name} has no known price`;
    case "NOT_KNOWN":
      return `${resource}: ${name} has no price, because ${notKnownText(notKnown)} not known`;
  }
}

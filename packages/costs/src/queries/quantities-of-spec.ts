import { type AccountQuantity, accountQuantities, readCharges } from "@greenroom/pricing";
import { dayOf } from "../calendar";
import type { EstimateInput } from "../schema";
import { type EstimateSpecDeps, optionsOfSpec } from "./estimate-spec";

/** Specs remembered at once: some ten kilobytes each. */
const MOST_KNOWN = 1000;
const known = new Map<string, readonly AccountQuantity[]>();

/**
 * What an environment with this spec is expected to take of each price a month. Remembered for the day, since
 * an account's walk asks for all of its environments each time and few of them changed.
 * @throws AppError as `estimateSpec`
 */
export function quantitiesOfSpec(deps: EstimateSpecDeps, input: EstimateInput): readonly AccountQuantity[] {
  const { blueprint, region, stage, spec } = input;
  const key = JSON.stringify([dayOf(deps.now()), blueprint, region, stage, spec]);
  const found = known.get(key);
  if (found) return found;
  const { book: _book, ...options } = optionsOfSpec(deps, input);
  const quantities = accountQuantities(readCharges(options));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, quantities);
  return quantities;
}

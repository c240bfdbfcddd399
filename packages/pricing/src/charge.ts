import type { ComponentDraft } from "./cost-model";
import type { Range } from "./ranges";
import type { NotKnown, ResourceCost } from "./schema";

/** One charge and how many base units of it there are in a month; 0 where a usage figure was not given. */
export interface Charge {
  draft: ComponentDraft;
  units: Range;
  /**
   * What in the template decides this charge and is not known before a deployment: it has no price then, and
   * no quantity.
   */
  open?: readonly NotKnown[];
}

/** What a resource is charged for, without prices. */
export interface ResourceCharges extends Omit<ResourceCost, "components"> {
  /** Of the stack; a charge's price key may name another. */
  region: string;
  charges: Charge[];
}

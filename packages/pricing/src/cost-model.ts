import type { Message } from "@greenroom/messages";
import type { ResolvedResource } from "@greenroom/template";
import type { PriceKey } from "./price-book";
import type { PropertyReader } from "./properties";
import type { Range } from "./ranges";
import type { UsageReader } from "./usage";

/**
 * What a model sees of a resource: its resolved properties, its usage figures and the resources beside it.
 */
export interface ModelInput {
  logicalId: string;
  region: string;
  properties: PropertyReader;
  usage: UsageReader;
  /** Usage figures of a resource beside it, such as the capacity that a scaling target is at. */
  usageOf(logicalId: string): UsageReader;
  /**
   * Milliseconds since 1970: a price may change on a date, such as the end of a version's standard support.
   */
  now: number;
  /** All resources of the stack by logical id, for charges that depend on a neighbour. */
  stack: Readonly<Record<string, ResolvedResource>>;
}

/** A tier of a price: what lies between the tier before and `upTo` base units. The last one has no bound. */
export interface Tier {
  name: string;
  upTo?: number;
  price: PriceKey | null;
}

/** One charge of a resource, before it is priced. */
export interface ComponentDraft {
  /** Unique within the resource; Infracost's name where it has one. */
  name: string;
  /** As displayed: "hours", "GB", "1M requests". */
  unit: string;
  /**
   * Base units in one displayed unit: 1,000,000 for "1M requests", 730 for a capacity unit held for a month.
   */
  unitSize: number;
  /** Base units a month, or an hour when `isHourly`. Null: the usage figure `usageKey` was not given. */
  quantity: Range | null;
  /** Scales with the hours the environment exists. */
  isHourly: boolean;
  /** Null: no source names this charge at all, so it is unpriced in every region. */
  price: PriceKey | null;
  /**
   * What the same charge may be priced at instead: the low bound takes the least of all, the high bound the
   * most. For spot instances the on-demand price, for a list of instance types the other types. One without a
   * price in the book is left out.
   */
  alternatives?: readonly PriceKey[];
  /**
   * All tiers of the price when this is what one of them takes: an account walks them over all of its
   * resources together.
   */
  tiers?: readonly Tier[];
  isUsageBased: boolean;
  /**
   * The quantity lies outside of the template, as the size of an image's own volume does: it is asked for, as
   * usage is.
   */
  isLeftOpen?: boolean;
  usageKey?: string;
  assumption: Message;
}

/**
 * A property that changes what AWS charges and that no model prices: dotted, `[]` for the elements of a list.
 * With a pattern only values that match it do; without one every value that switches something on.
 */
export type NotPriced = string | readonly [path: string, values: RegExp];

/** How one CloudFormation type is priced. One file a type. */
export interface CostModel {
  /** "AWS::EC2::NatGateway". */
  type: string;
  /** "VPC": what the split on the page groups by. */
  service: string;
  /**
   * Every property the price depends on, dotted, `[]` for the elements of a list: what an outline of the
   * resource must hold. A test traces the model and refuses a path that is not named here.
   */
  reads: readonly string[];
  /** Properties that change the charge and that it does not price: named in the output when they are set. */
  notPriced?: readonly NotPriced[];
  /**
   * The rest of the type's properties in its CloudFormation schema, parted by spaces: AWS charges nothing for
   * them by themselves. A path stands for all that is below it. Names that never change a price (`Tags`) are
   * told once, in `WITHOUT_INFLUENCE`.
   */
  withoutInfluence?: string;
  /** Types of the same stack whose resources change the price, and how they are found. */
  neighbours?: readonly string[];
  /** Usage figures it asks for; `<x>` stands for a part that the user fills in. */
  usageKeys: readonly string[];
  components(input: ModelInput): ComponentDraft[];
  /** For a type that is free in some forms ("Gateway" endpoints): why, or null when this one is charged. */
  freeBecause?(input: ModelInput): Message | null;
}

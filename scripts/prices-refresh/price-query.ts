/** How a row of the price book is asked for in the AWS Price List. */
export interface PriceQuery {
  serviceCode: string;
  /**
   * Exact usage types that the charge may have; some services write us-east-1 with a prefix and some without.
   */
  usagetypes: readonly string[];
  /** What else tells the product from others with the same usage type. */
  filters: Readonly<Record<string, string>>;
  /**
   * Units the list may have, in lower case → how many of the row's base units one is. Any other unit is
   * refused.
   */
  units: Readonly<Record<string, string>>;
  /** Where the tier begins; absent: the first tier that is not free. */
  tierFrom?: string;
  /** A year or three of reservation without upfront payment, instead of on demand. */
  reserved?: "1yr" | "3yr";
}

export interface BookRow {
  service: string;
  sku: string;
  region: string;
  unit: string;
}

/** What region a usage type is of: each region has a prefix, which us-east-1 writes in some services only. */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  "us-east-1": ["", "USE1-"],
  "us-east-2": ["USE2-"],
  "us-west-1": ["USW1-"],
  "us-west-2": ["USW2-"],
  "eu-west-1": ["EU-", "EUW1-"],
  "eu-west-2": ["EUW2-"],
  "ap-northeast-1": ["APN1-"],
  "ap-northeast-2": ["APN2-"],
  "ap-southeast-1": ["APS1-"],
};

export const HOURS = { hrs: "1", hours: "1", hour: "1" };
export const GB = { gb: "1" };
export const GB_MONTHS = { "gb-mo": "1", "gb-month": "1" };
export const REQUESTS = { requests: "1", request: "1" };

/** The usage types of a charge in a region; none for a region whose prefix is not known. */
export function usagetypesIn(region: string, ending: string): string[] {
  return (PREFIXES[region] ?? []).map((prefix) => `${prefix}${ending}`);
}

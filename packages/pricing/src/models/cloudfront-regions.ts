/**
 * Groups of edge locations that share prices, Origin Shield regions, and tiers of data out. Infracost's names
 * and usage keys.
 */

export interface EdgeGroup {
  /** Also the beginning of its prices' names in the book. */
  name: string;
  usageKey: string;
  /** What requests there are called in the book, where it is not the group's name and what is asked for. */
  httpSku?: string;
  httpsSku?: string;
}

/** Names of the prices of a group's requests, HTTP and HTTPS. */
export function requestSkus({ name, httpSku, httpsSku }: EdgeGroup): [http: string, https: string] {
  return [httpSku ?? `${name}: HTTP requests`, httpsSku ?? `${name}: HTTPS requests`];
}

export const CLOUDFRONT_GROUPS: readonly EdgeGroup[] = [
  {
    name: "US, Mexico, Canada",
    usageKey: "us",
    httpSku: "US HTTP requests",
    httpsSku: "US HTTPS requests",
  },
  { name: "Europe, Israel", usageKey: "europe" },
  { name: "South Africa, Kenya, Middle East", usageKey: "south_africa" },
  { name: "South America", usageKey: "south_america" },
  { name: "Japan", usageKey: "japan" },
  { name: "Australia, New Zealand", usageKey: "australia" },
  {
    name: "Hong Kong, Philippines, Asia Pacific",
    usageKey: "asia_pacific",
    httpSku: "Asia Pacific HTTP requests",
    httpsSku: "Asia Pacific (incl. South Korea) HTTPS requests",
  },
  { name: "India", usageKey: "india" },
];

const TERABYTE_GB = 1024;

/** Bounds in GB a month, counted from 0. */
export const DATA_OUT_TIERS: readonly { name: string; upTo?: number }[] = [
  { name: "first 10TB", upTo: 10 * TERABYTE_GB },
  { name: "next 40TB", upTo: 50 * TERABYTE_GB },
  { name: "next 100TB", upTo: 150 * TERABYTE_GB },
  { name: "next 350TB", upTo: 500 * TERABYTE_GB },
  { name: "next 524TB", upTo: 1024 * TERABYTE_GB },
  { name: "next 4PB", upTo: 5 * 1024 * TERABYTE_GB },
  { name: "over 5PB" },
];

/**
 * Regions of Origin Shield: place as Infracost shows it, whose requests usage counts, and the name of their
 * price.
 */
export const SHIELD_REGIONS: Readonly<Record<string, { place: string; usageKey: string; sku: string }>> = {
  ...shields("US East", "us", "US", "us-east-1", "us-east-2"),
  ...shields("US West", "us", "US", "us-west-1", "us-west-2"),
  ...shields("EU", "europe", "Europe", "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1"),
  ...shields("South America", "south_america", "sa-east-1", "sa-east-1"),
  ...shields("Asia Pacific", "japan", "Japan", "ap-northeast-1"),
  ...shields("Asia Pacific", "australia", "Australia", "ap-southeast-2"),
  ...shields("Asia Pacific", "singapore", "Singapore", "ap-southeast-1"),
  ...shields("Asia Pacific", "south_korea", "Seoul", "ap-northeast-2"),
  ...shields("Asia Pacific", "india", "India", "ap-south-1"),
};

function shields(place: string, usageKey: string, price: string, ...regions: string[]) {
  const shield = { place, usageKey, sku: `Origin Shield requests ${price}` };
  return Object.fromEntries(regions.map((region) => [region, shield]));
}

/** Groups of edge locations that share prices, Origin Shield regions, and tiers of data out. Infracost's names and usage keys. */

export interface EdgeGroup {
  /** Also the beginning of its prices' names in the book. */
  name: string;
  usageKey: string;
  /** Absent: no source has priced requests there. */
  httpSku?: string;
  httpsSku?: string;
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

export const SHIELD_REGIONS: Readonly<Record<string, { place: string; usageKey: string; sku?: string }>> = {
  "us-east-1": { place: "US", usageKey: "us" },
  "us-east-2": { place: "US", usageKey: "us" },
  "us-west-2": { place: "US", usageKey: "us" },
  "eu-central-1": { place: "Europe", usageKey: "europe" },
  "eu-west-1": { place: "Europe", usageKey: "europe" },
  "eu-west-2": { place: "Europe", usageKey: "europe" },
  "sa-east-1": { place: "South America", usageKey: "south_america", sku: "Origin Shield requests sa-east-1" },
  "ap-northeast-1": { place: "Japan", usageKey: "japan" },
  "ap-southeast-2": { place: "Australia", usageKey: "australia" },
  "ap-southeast-1": { place: "Singapore", usageKey: "singapore" },
  "ap-northeast-2": { place: "South Korea", usageKey: "south_korea", sku: "Origin Shield requests Seoul" },
  "ap-south-1": { place: "India", usageKey: "india" },
};

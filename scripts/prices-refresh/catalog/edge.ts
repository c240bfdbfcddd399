import { GB, REQUESTS, usagetypesIn } from "../price-query";
import { type CatalogEntry, regional } from "./catalog-entry";

/** Where tiers begin, in GB. */
const INTERNET_TIERS: Readonly<Record<string, string>> = {
  "first 10 TB": "0",
  "next 40 TB": "10240",
  "next 100 TB": "51200",
  "over 150 TB": "153600",
};
const CLOUDFRONT_TIERS: Readonly<Record<string, string>> = {
  "first 10TB": "0",
  "next 40TB": "10240",
  "next 100TB": "51200",
  "next 350TB": "153600",
  "next 524TB": "512000",
  "next 4PB": "1048576",
  "over 5PB": "5242880",
};
/** CloudFront's price groups; Korea is in AP. */
const PLACES: Readonly<Record<string, string>> = {
  "Asia Pacific": "AP",
  "Hong Kong, Philippines, Asia Pacific": "AP",
  "Australia, New Zealand": "AU",
  "Europe, Israel": "EU",
  India: "IN",
  Japan: "JP",
  "South America": "SA",
  US: "US",
  "US, Mexico, Canada": "US",
};
const WAF = "awswaf";
const PER_MONTH = {
  mo: "1",
  month: "1",
  "webacl-month": "1",
  "rule-month": "1",
  webacl: "1",
  rule: "1",
  rules: "1",
};

/** What leaves a region, what edges serve, names and firewalls. */
export const EDGE: Readonly<Record<string, readonly CatalogEntry[]>> = {
  AWSDataTransfer: [
    {
      // The region stands in the usage type; these products have no regionCode of their own.
      sku: /^out to internet, (.+)$/,
      query: ({ region }, [tier = ""]) => ({
        serviceCode: "AWSDataTransfer",
        usagetypes: usagetypesIn(region, "DataTransfer-Out-Bytes"),
        filters: { transferType: "AWS Outbound" },
        units: GB,
        tierFrom: INTERNET_TIERS[tier] ?? "unknown",
      }),
    },
    {
      sku: /^between AZs, each direction$/,
      query: ({ region }) => ({
        serviceCode: "AWSDataTransfer",
        usagetypes: usagetypesIn(region, "DataTransfer-Regional-Bytes"),
        filters: { transferType: "IntraRegion" },
        units: GB,
      }),
    },
  ],
  AmazonCloudFront: [
    {
      sku: /^(.+?)(?:: Data transfer out to internet \((.+)\)| data transfer out (first 10 TB))$/,
      query: (_row, [place = "", tier, first]) => ({
        ...global("AmazonCloudFront", `${PLACES[place] ?? "unknown"}-DataTransfer-Out-Bytes`, GB),
        tierFrom: first ? "0" : (CLOUDFRONT_TIERS[tier ?? ""] ?? "unknown"),
      }),
    },
    {
      sku: /^(Asia Pacific|US)(?: \(incl\. South Korea\))? (HTTPS?) requests$/,
      query: (_row, [place = "", protocol]) =>
        global(
          "AmazonCloudFront",
          `${PLACES[place]}-Requests-${protocol === "HTTPS" ? "Tier2-HTTPS" : "Tier1"}`,
          REQUESTS,
        ),
    },
  ],
  AmazonRoute53: [
    {
      sku: /^hosted zone \(first 25\)$/,
      query: () => ({
        ...global("AmazonRoute53", "HostedZone", { hostedzone: "1", hostedzones: "1" }),
        tierFrom: "0",
      }),
    },
    {
      sku: /^standard queries (first|over) 1B$/,
      query: (_row, [which]) => ({
        ...global("AmazonRoute53", "DNS-Queries", { queries: "1", query: "1" }),
        tierFrom: which === "first" ? "0" : "1000000000",
      }),
    },
  ],
  AWSWAF: [
    ...waf("web ACL", "WebACLV2", PER_MONTH),
    ...waf("rule( or rule group)?", "RuleV2", PER_MONTH),
    ...waf("requests", "RequestV2-Tier1", REQUESTS),
    ...waf("Bot Control rule group", "AMR-BotControl", PER_MONTH),
    ...waf("Bot Control Common requests after 10M free", "AMR-BotControl-Request", REQUESTS),
  ],
};

/** A charge without a region. */
function global(serviceCode: string, usagetype: string, units: Record<string, string>) {
  return { serviceCode, usagetypes: [usagetype], filters: {}, units };
}

/** A charge of AWS WAF in a region, and before CloudFront, where its prefix is "Global-". */
function waf(sku: string, ending: string, units: Record<string, string>): CatalogEntry[] {
  return [
    regional(new RegExp(`^${sku}$`), { serviceCode: WAF, ending, units }),
    {
      sku: new RegExp(`^${sku} \\(CLOUDFRONT scope\\)$`),
      query: () => global(WAF, `Global-${ending}`, units),
    },
  ];
}

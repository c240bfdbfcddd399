/**
 * One SKU, several spellings: sources name the same charge differently from region to region. Service →
 * spelling in the book → the name models use. The original spelling stays in the row; only the lookup is
 * normalised.
 */
export const PRICE_ALIASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AmazonVPC: {
    "public IPv4 address (in use)": "public IPv4 address",
    "public IPv4 address (in use or idle)": "public IPv4 address",
    "interface endpoint data processed (first 1 PB)": "interface endpoint data, first 1 PB",
  },
  AmazonDynamoDB: {
    "storage beyond 25 GB free (account, per region)": "storage",
  },
  AmazonSQS: {
    "standard requests (after 1M free)": "standard requests",
    "FIFO requests (after shared 1M free)": "FIFO requests",
  },
  AmazonSNS: {
    "standard API requests (after 1M free)": "standard API requests",
    "HTTP/S deliveries (after 100k free)": "HTTP/S deliveries",
  },
  AWSLambda: {
    "requests (after 1M free)": "requests",
  },
  AmazonEKS: {
    "cluster extended support surcharge (added to 0.10)": "cluster extended support surcharge",
  },
  AmazonManagedPrometheus: {
    "metric samples ingested first 2B (after 40M always free)": "metric samples first 2B",
    "metric storage (after 10 GB free)": "metric storage",
  },
  AmazonCloudWatch: {
    "dashboard (after 3 free)": "dashboard",
  },
  AmazonEventBridge: {
    "Scheduler invocations after 14M free": "Scheduler invocations",
  },
  AmazonCloudFront: {
    "Functions invocations (after 2M free)": "Functions invocations",
  },
  AWSWAF: {
    "Bot Control Common requests after 10M free": "Bot Control Common requests",
    "Bot Control Targeted requests after 1M free": "Bot Control Targeted requests",
    "Bot Control Common requests after 10M free (CLOUDFRONT scope)":
      "Bot Control Common requests (CLOUDFRONT scope)",
    "Bot Control Targeted requests after 1M free (CLOUDFRONT scope)":
      "Bot Control Targeted requests (CLOUDFRONT scope)",
    "rule (CLOUDFRONT scope)": "rule or rule group (CLOUDFRONT scope)",
  },
  AWSKMS: {
    "requests (after 20k free, account-wide)": "requests",
  },
};

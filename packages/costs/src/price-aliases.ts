/**
 * One SKU, several spellings: sources name the same charge differently from region to region. Service → spelling in the
 * book → the name models use. The original spelling stays in the row; only the lookup is normalised.
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
  AWSKMS: {
    "requests (after 20k free, account-wide)": "requests",
  },
};

import { describe, expect, it } from "vitest";
import type { ComponentDraft } from "../cost-model";
import { koreanName } from "../korean-names";
import { PRICE_ALIASES } from "../price-aliases";
import { defaultPriceBook } from "../price-book";
import { createPropertyReader } from "../properties";
import { createUsageReader } from "../usage";
import { COST_MODELS } from ".";

/** Forms of the types that change which charges there are. */
const VARIANTS: Record<string, unknown>[] = [
  {},
  { VpcEndpointType: "Interface" },
  { VpcEndpointType: "GatewayLoadBalancer" },
  { BillingMode: "PAY_PER_REQUEST", PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
  { BillingMode: "PAY_PER_REQUEST", TableClass: "STANDARD_INFREQUENT_ACCESS" },
  { TableClass: "STANDARD_INFREQUENT_ACCESS" },
  { BillingMode: "PAY_PER_REQUEST", Replicas: [{ Region: "ap-northeast-2" }, { Region: "us-east-1" }] },
  { Replicas: [{ Region: "ap-northeast-2" }, { Region: "us-east-1" }] },
  { FifoQueue: true, FifoTopic: true, Subscription: [{ Protocol: "sqs" }], Architectures: ["arm64"] },
  { LogGroupClass: "INFREQUENT_ACCESS", KeySpec: "RSA_2048", Period: 10 },
  { KeySpec: "ECC_NIST_P256", ReplicaRegions: [{ Region: "us-east-1" }] },
];

/** Charges that exist and that no source has priced yet, in any region: named, so that a slip of the pen is not one. */
const NOT_SOURCED = new Set([
  "AWSKMS: ECC data key pair requests",
  "AWSKMS: RSA 2048 requests",
  "AWSKMS: RSA data key pair requests",
  "AWSKMS: asymmetric requests",
  "AWSLambda: arm64 duration tier 2",
  "AWSLambda: arm64 duration tier 3",
  "AWSLambda: ephemeral storage",
  "AWSLambda: x86 duration tier 2",
  "AWSLambda: x86 duration tier 3",
  "AmazonDynamoDB: IA table provisioned RCU",
  "AmazonDynamoDB: IA table provisioned WCU",
  "AmazonDynamoDB: IA table storage",
  "AmazonSNS: FIFO deliveries",
  "AmazonSNS: FIFO delivery payload",
  "AmazonSNS: Firehose deliveries",
  "AmazonSNS: SMS deliveries",
  "AmazonSNS: email deliveries",
  "AmazonSNS: macOS deliveries",
  "AmazonSNS: mobile push deliveries",
  "AmazonVPC: GatewayLoadBalancer endpoint per AZ",
]);

/** Which units of the price list a displayed unit is made of. */
const UNITS: Record<string, RegExp> = {
  hours: /^hour$/,
  GB: /^GB(-month)?$/,
  "GB-seconds": /^GB-second$/,
  WCU: /^WCU-hour$/,
  RCU: /^RCU-hour$/,
  rWCU: /^rWCU-hour$/,
  WRUs: /^1M WRU$/,
  RRUs: /^1M RRU$/,
  rWRU: /^1M rWRU$/,
  sRRUs: /^1M sRRU$/,
  "1M events": /^1M events$/,
  "1M requests": /^1M requests$/,
  "1k requests": /^1M requests$/,
  "10k requests": /^10k (requests|calls)$/,
  "100k notifications": /^(100k|1M) notifications$/,
  months: /^(key|secret)-month$/,
  alarms: /^alarm-month$/,
  "alarm metrics": /^alarm-month$/,
};

const drafts: ComponentDraft[] = [...COST_MODELS.values()].flatMap((model) =>
  VARIANTS.flatMap((properties) => {
    const huge = { low: 0, expected: 0, high: 1e12, assumption: { en: "", ko: "" } };
    const keys = [
      "monthly_requests",
      "request_duration_ms",
      "monthly_data_processed_gb",
      "standard.storage_gb",
    ];
    const classes = [
      "intelligent_tiering.x",
      "standard_infrequent_access.x",
      "glacier_flexible_retrieval.x",
      "glacier_deep_archive.x",
    ];
    const input = {
      logicalId: "R",
      region: "ap-northeast-2",
      properties: createPropertyReader(properties as never),
      usage: createUsageReader(Object.fromEntries([...keys, ...classes].map((key) => [key, huge])), "R"),
      stack: {},
    };
    return model.freeBecause?.(input) ? [] : model.components(input);
  }),
);

describe("the components of models", () => {
  it("have Korean names", () => {
    const names = [...new Set(drafts.map(({ name }) => name))];
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => koreanName(name) === undefined)).toEqual([]);
    expect(koreanName("Global table (us-east-1): Replicated write request unit (rWRU)")).toBe(
      "글로벌 테이블(us-east-1): 복제 쓰기 요청 단위(rWRU)",
    );
    expect(koreanName("Duration (next 9B)")).toBe("실행 시간(다음 9B)");
  });
});

describe("the prices that models ask for", () => {
  const rows = defaultPriceBook().rows.map((row) => ({
    ...row,
    key: `${row.service}: ${PRICE_ALIASES[row.service]?.[row.sku] ?? row.sku}`,
  }));
  const priced = drafts.flatMap(({ price, unit, name }) =>
    price ? [{ key: `${price.service}: ${price.sku}`, unit, name }] : [],
  );

  it("are in the book for some region, or are known to be missing", () => {
    const inBook = new Set(rows.map(({ key }) => key));
    const missing = new Set(priced.map(({ key }) => key).filter((key) => !inBook.has(key)));
    expect([...missing].sort()).toEqual([...NOT_SOURCED].sort());
  });

  it("are per unit of what the component counts", () => {
    const wrong = priced.flatMap(({ key, unit, name }) =>
      rows
        .filter((row) => row.key === key && !UNITS[unit]?.test(row.unit))
        .map((row) => `${name}: ${unit} / ${row.unit}`),
    );
    expect(wrong).toEqual([]);
  });
});

import { combine, derive, perUsage } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { referrers } from "../neighbours";
import type { PriceKey } from "../price-book";
import { createPropertyReader } from "../properties";
import { exactly } from "../ranges";

/** SNS counts each 64 KB of a message as one request (https://aws.amazon.com/sns/pricing/). */
const CHUNK_KB = 64;
const KB_PER_GB = 1_000_000;
const MILLION = 1_000_000;

/**
 * Name, unit, base units in it, SKU, usage key with the number of subscriptions, protocols counted in the
 * template.
 */
const DELIVERIES = [
  [
    "HTTP/HTTPS notifications",
    "100k notifications",
    100_000,
    "HTTP/S deliveries",
    "http_subscriptions",
    ["http", "https"],
  ],
  [
    "Email/Email-JSON notifications",
    "100k notifications",
    100_000,
    "email deliveries",
    "email_subscriptions",
    ["email", "email-json"],
  ],
  [
    "Kinesis Firehose notifications",
    "1M notifications",
    MILLION,
    "Firehose deliveries",
    "kinesis_subscriptions",
    ["firehose"],
  ],
  [
    "Mobile Push notifications",
    "1M notifications",
    MILLION,
    "mobile push deliveries",
    "mobile_push_subscriptions",
    ["application"],
  ],
  ["MacOS notifications", "1M notifications", MILLION, "macOS deliveries", "macos_subscriptions", []],
  ["SMS notifications", "100 notifications", 100, "SMS deliveries", "sms_subscriptions", ["sms"]],
] as const;

/**
 * Covers API requests (usage `monthly_requests`, `request_size_kb`) and deliveries by protocol: subscriptions
 * are counted in the template unless usage says how many (`http_subscriptions`, ...). FIFO topics: requests
 * and payload. SMS prices depend on the country: usage `sms_notification_price` says what one message costs.
 * Not covered: free deliveries of an account, filtering by payload, archiving. Deliveries to SQS and Lambda
 * are free.
 */
export const snsTopic: CostModel = {
  type: "AWS::SNS::Topic",
  service: "SNS",
  reads: ["FifoTopic", "Subscription[].Protocol"],
  neighbours: ["AWS::SNS::Subscription whose TopicArn names the topic"],
  notPriced: [["TracingConfig", /^Active$/], "DataProtectionPolicy", "ArchivePolicy"],
  withoutInfluence:
    "SignatureVersion KmsMasterKeyId ContentBasedDeduplication Subscription[].Endpoint " +
    "FifoThroughputScope MaximumMessageSize DeliveryStatusLogging",
  usageKeys: [
    "monthly_requests",
    "request_size_kb",
    "http_subscriptions",
    "email_subscriptions",
    "kinesis_subscriptions",
    "mobile_push_subscriptions",
    "macos_subscriptions",
    "sms_subscriptions",
    "sms_notification_price",
  ],
  components: (input) => (input.properties.flag("FifoTopic") ? fifo(input) : standard(input)),
};

function standard({ properties, usage, ...rest }: ModelInput): ComponentDraft[] {
  const size = usage.get("request_size_kb")?.range ?? exactly(CHUNK_KB);
  const requests = combine(usage.get("monthly_requests"), size, (count, sizeKb) =>
    count.times(sizeKb.div(CHUNK_KB).ceil()),
  );
  const protocols = subscribedProtocols({ properties, usage, ...rest });
  // Where neither template nor usage knows a subscriber, others will subscribe: nobody knows yet how many.
  const isUnsubscribed = protocols.length === 0 && !DELIVERIES.some(([, , , , key]) => usage.get(key));
  return [
    perUsage({
      name: "API requests",
      unit: "1M requests",
      unitSize: MILLION,
      price: sns("standard API requests"),
      usageKey: "monthly_requests",
      figure: requests,
    }),
    ...DELIVERIES.map(([name, unit, unitSize, sku, usageKey, kinds]) => {
      const declared = protocols.filter((protocol) => (kinds as readonly string[]).includes(protocol)).length;
      const given = usage.get(usageKey)?.range;
      const isOpen = !given && isUnsubscribed && !requests?.range.high.isZero();
      return perUsage({
        name,
        unit,
        unitSize,
        price: sku === "SMS deliveries" ? smsPrice(usage) : sns(sku),
        usageKey: isOpen && requests ? usageKey : "monthly_requests",
        figure: isOpen
          ? null
          : combine(requests, given ?? exactly(declared), (count, each) => count.times(each)),
      });
    }),
  ];
}

function fifo(input: ModelInput): ComponentDraft[] {
  const requests = input.usage.get("monthly_requests");
  const size = input.usage.get("request_size_kb")?.range ?? exactly(CHUNK_KB);
  const payload = combine(requests, size, (count, sizeKb) => count.times(sizeKb).div(KB_PER_GB));
  const subscriptions = subscribedProtocols(input).length;
  const charge = (name: string, unit: string, unitSize: number, sku: string, figure: typeof requests) =>
    perUsage({ name, unit, unitSize, price: sns(sku), usageKey: "monthly_requests", figure });
  const each = (figure: typeof requests) => derive(figure, (value) => value.times(subscriptions));
  return [
    charge("FIFO Publish API requests", "1M requests", MILLION, "FIFO publish", requests),
    charge("FIFO Publish API payload", "GB", 1, "FIFO publish payload", payload),
    ...(subscriptions > 0
      ? [
          charge("FIFO notifications", "1M notifications", MILLION, "FIFO deliveries", each(requests)),
          charge("FIFO notification payload", "GB", 1, "FIFO delivery payload", each(payload)),
        ]
      : []),
  ];
}

/**
 * What a message costs depends on the country, so the user may say it: Infracost's `sms_notification_price`,
 * of one message.
 */
function smsPrice(usage: ModelInput["usage"]): PriceKey {
  const given = usage.get("sms_notification_price");
  return { ...sns("SMS deliveries"), ...(given && { givenUsd: given.range.expected }) };
}

/** One protocol for each subscription, declared on the topic or as a resource beside it. */
function subscribedProtocols({ logicalId, properties, stack }: ModelInput): string[] {
  const inline = (properties.list("Subscription") ?? []).map(createPropertyReader);
  const beside = referrers(stack, "AWS::SNS::Subscription", "TopicArn", logicalId);
  return [...inline, ...beside].map((subscription) => subscription.text("Protocol") ?? "unknown");
}

function sns(sku: string) {
  return { service: "AmazonSNS", sku };
}

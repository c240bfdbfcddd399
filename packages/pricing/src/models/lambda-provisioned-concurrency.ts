import { type Message, message } from "@greenroom/messages";
import { combine, derive, perHour, perUsage } from "../components";
import type { ComponentDraft, ModelInput } from "../cost-model";
import { referred } from "../neighbours";
import { Decimal, exactly } from "../ranges";

const CONCURRENCY = "ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions";
const DEFAULT_MEMORY_MB = 128;

export const CONCURRENCY_READS = [CONCURRENCY, "FunctionName"] as const;
export const CONCURRENCY_NEIGHBOURS = ["AWS::Lambda::Function that FunctionName names"] as const;
export const CONCURRENCY_USAGE_KEYS = [
  "monthly_duration_hrs",
  "monthly_requests",
  "request_duration_ms",
  "memory_mb",
  "architecture.<x86_64|arm64>",
] as const;

export function isFreeOfConcurrency({ properties }: ModelInput): Message | null {
  return properties.has(CONCURRENCY) ? null : message("pricing.free.configuration");
}

/**
 * Memory kept ready for every hour (usage `monthly_duration_hrs` when it is switched on for part of the
 * month), and the requests served from it (`monthly_requests`) with their duration (`request_duration_ms`),
 * which has a price of its own. Memory and architecture are those of the function, unless usage says
 * otherwise (`memory_mb`, `architecture`).
 */
export function provisionedConcurrency({ properties, stack, usage }: ModelInput): ComponentDraft[] {
  const lambda = referred(
    stack,
    properties.value("FunctionName"),
    "AWS::Lambda::Function",
    "FunctionName",
  )?.properties;
  const architecture = usage.choice("architecture") ?? lambda?.list("Architectures")?.[0];
  const family = architecture === "arm64" ? "arm64" : "x86";
  const memoryMb =
    usage.get("memory_mb")?.range.expected ?? lambda?.number("MemorySize") ?? DEFAULT_MEMORY_MB;
  const gb = new Decimal(memoryMb).div(1024);
  const executions = properties.number(CONCURRENCY);
  const hours = usage.get("monthly_duration_hrs");
  const name = "Provisioned Concurrency";
  const price = { service: "AWSLambda", sku: `provisioned concurrency ${family}` };
  const gbSecondsPerHour = executions === undefined ? null : gb.times(executions).times(3600);
  const requests = usage.get("monthly_requests");
  const duration = usage.get("request_duration_ms");
  const ready =
    hours && gbSecondsPerHour
      ? perUsage({
          name,
          unit: "GB-seconds",
          price,
          usageKey: "monthly_duration_hrs",
          figure: derive(hours, (value) => value.times(gbSecondsPerHour)),
        })
      : perHour({
          name,
          unit: "GB-seconds",
          count: gbSecondsPerHour && exactly(gbSecondsPerHour),
          property: CONCURRENCY,
          price,
        });
  return [
    perUsage({
      name: "Requests",
      unit: "1M requests",
      unitSize: 1_000_000,
      price: { service: "AWSLambda", sku: "requests" },
      usageKey: "monthly_requests",
      figure: requests,
    }),
    ready,
    perUsage({
      name: "Duration",
      unit: "GB-seconds",
      price: { service: "AWSLambda", sku: `provisioned duration ${family}` },
      usageKey: requests ? "request_duration_ms" : "monthly_requests",
      figure:
        duration &&
        combine(requests, duration.range, (count, ms) => count.times(ms.ceil()).div(1000).times(gb)),
    }),
  ];
}

import type { LocalText } from "@greenroom/infra-templates/catalog";
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
] as const;

export function isFreeOfConcurrency({ properties }: ModelInput): LocalText | null {
  return properties.has(CONCURRENCY)
    ? null
    : {
        en: "Configuration of another resource; not charged by itself.",
        ko: "다른 리소스의 설정이며 자체 요금이 없습니다.",
      };
}

/**
 * Memory kept ready for every hour (usage `monthly_duration_hrs` when it is switched on for part of the month) and the duration of
 * requests served from it (`monthly_requests`, `request_duration_ms`), which has a price of its own.
 */
export function provisionedConcurrency({ properties, stack, usage }: ModelInput): ComponentDraft[] {
  const lambda = referred(stack, properties.value("FunctionName"), "AWS::Lambda::Function")?.properties;
  const family = lambda?.list("Architectures")?.[0] === "arm64" ? "arm64" : "x86";
  const gb = new Decimal(lambda?.number("MemorySize") ?? DEFAULT_MEMORY_MB).div(1024);
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

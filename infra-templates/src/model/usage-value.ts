import { bilingual } from "@greenroom/messages";
import type { UsageValue } from "@greenroom/pricing/usage";
import type { LocalText } from "./local-text";

const TRAFFIC: LocalText = {
  en: "From the expected requests per second; low is half, high is double",
  ko: "예상 초당 요청 수 기준이며 최저는 절반, 최고는 두 배입니다",
};

/** An assumption that ends with how it follows from the traffic. */
export const explain = (en: string, ko: string): LocalText => ({
  en: `${en}. ${TRAFFIC.en}`,
  ko: `${ko}. ${TRAFFIC.ko}`,
});

const round = (value: number) => Math.round(value * 1000) / 1000;

/** A figure that moves with the traffic, rounded to three decimals. */
export function moving(expected: number, assumption: LocalText): UsageValue {
  return {
    low: round(expected / 2),
    expected: round(expected),
    high: round(expected * 2),
    assumption: bilingual(assumption),
  };
}

/** A figure that is the same in every month. */
export function steady(expected: number, assumption: LocalText): UsageValue {
  return {
    low: round(expected),
    expected: round(expected),
    high: round(expected),
    assumption: bilingual(assumption),
  };
}

export const DAYS_PER_MONTH = 730 / 24;

/**
 * Ingested GB a month, and what is kept of it (CloudWatch stores compressed: 0.15 of a byte, its pricing
 * page).
 */
export function logUsage(
  gb: number,
  retentionDays: number,
  assumption: LocalText,
): Record<string, UsageValue> {
  return {
    monthly_data_ingested_gb: moving(gb, assumption),
    storage_gb: moving((gb * 0.15 * retentionDays) / DAYS_PER_MONTH, assumption),
  };
}

import { message } from "@greenroom/messages";
import { z } from "zod";
import type { Size } from "../model/settings-model";
import { refuse } from "../spec/refuse";
import { whole } from "../spec/setting-types";

export const HOURS_PER_DAY = 24;
const MOST_REQUESTS_PER_SECOND = 50_000;

/** Figures typed one per line arrive as texts. */
const ratesByHour = z
  .array(z.union([z.number(), z.string()]))
  .superRefine((rates, context) => {
    const odd = rates.find((rate) => !isRate(rate));
    if (odd !== undefined) {
      const value = String(odd).slice(0, 60);
      refuse(context, message("spec.traffic.rate", { value, maximum: MOST_REQUESTS_PER_SECOND }));
    } else if (rates.length !== 0 && rates.length !== HOURS_PER_DAY) {
      refuse(context, message("spec.traffic.byHour", { count: rates.length }));
    }
  })
  .transform((rates) => rates.map(Number));

function isRate(rate: number | string): boolean {
  const isWhole = /^\d+$/.test(String(rate).trim());
  return isWhole && Number(rate) <= MOST_REQUESTS_PER_SECOND;
}

/** What the owner expects of a month. It changes the estimate, never the resources. */
export const trafficSettings = z.strictObject({
  requestsPerSecond: whole(0, MOST_REQUESTS_PER_SECOND),
  hoursPerDay: z.number().min(0).max(HOURS_PER_DAY),
  /**
   * Requests per second in each hour of a day from midnight, in place of the two above; empty where they say
   * enough.
   */
  byHour: ratesByHour.default([]),
  natGbPerMonth: z.number().min(0).max(1_000_000),
  storageGb: z.number().min(0).max(100_000),
  /** Thousand bytes of an answer that leaves AWS, on average. */
  kbPerResponse: z.number().min(0).max(10_000).default(20),
});
export type TrafficSettings = z.infer<typeof trafficSettings>;

export const TRAFFIC_SIZES: Record<Size, TrafficSettings> = {
  dev: {
    requestsPerSecond: 1,
    hoursPerDay: 8,
    byHour: [],
    natGbPerMonth: 5,
    storageGb: 1,
    kbPerResponse: 20,
  },
  staging: {
    requestsPerSecond: 10,
    hoursPerDay: 12,
    byHour: [],
    natGbPerMonth: 50,
    storageGb: 10,
    kbPerResponse: 20,
  },
  loadtest: {
    requestsPerSecond: 10_000,
    hoursPerDay: 0.5,
    byHour: [],
    natGbPerMonth: 100,
    storageGb: 50,
    kbPerResponse: 20,
  },
  prod: {
    requestsPerSecond: 100,
    hoursPerDay: 24,
    byHour: [],
    natGbPerMonth: 500,
    storageGb: 200,
    kbPerResponse: 20,
  },
};

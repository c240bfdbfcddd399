import { z } from "zod";
import { cacheFields, checkShape } from "../../stacks/cache/settings";
import { networkSettings } from "../../stacks/network/settings";
import { trafficSettings } from "../../traffic/traffic";
import { loadGeneratorSettings } from "./load-generator/settings";

/** A lab without a cache is none, so the cache is always on. */
export const cacheLabSpecSchema = z
  .strictObject({
    network: networkSettings,
    cache: cacheFields.extend({ enabled: z.literal(true) }).superRefine(checkShape),
    loadGenerator: loadGeneratorSettings,
    traffic: trafficSettings.pick({
      requestsPerSecond: true,
      hoursPerDay: true,
      byHour: true,
      natGbPerMonth: true,
    }),
  })
  .superRefine(({ network, loadGenerator }, context) => {
    if (network.nat !== "none" || loadGenerator.instances === 0) return;
    const params = { value: loadGenerator.instances };
    context.addIssue({
      code: "custom",
      path: ["loadGenerator", "instances"],
      message: "spec.loadGenerator.noWayOut",
      params,
    });
  });

export type CacheLabSpec = z.infer<typeof cacheLabSpecSchema>;

import { z } from "zod";
import { fixedSizes } from "../../model/settings-model";
import { listStacks, type SpecOf } from "../../model/stack-list";
import { cacheSection, cacheShapeFields } from "../../stacks/cache/form";
import { cacheModel } from "../../stacks/cache/model";
import { CACHE_SIZES, cacheFields, checkShape } from "../../stacks/cache/settings";
import { networkModel } from "../../stacks/network/model";
import { trafficOf } from "../../traffic/model";
import { trafficSettings } from "../../traffic/settings";
import { loadGeneratorModel } from "./load-generator/model";

/** A lab without a cache is none, so the cache is always on. */
const labCache = {
  ...cacheModel,
  settings: {
    key: "cache",
    schema: cacheFields.extend({ enabled: z.literal(true) }).superRefine(checkShape),
    sizes: fixedSizes(CACHE_SIZES, { enabled: true }),
    section: { ...cacheSection, fields: cacheShapeFields },
  },
} as const;

/** The stacks of the cache lab, in the order in which the form shows their settings. */
export const cacheLabStacks = listStacks(
  [labCache, loadGeneratorModel, networkModel],
  trafficOf(
    trafficSettings.pick({ requestsPerSecond: true, hoursPerDay: true, byHour: true, natGbPerMonth: true }),
  ),
);
export type CacheLabSpec = SpecOf<typeof cacheLabStacks>;

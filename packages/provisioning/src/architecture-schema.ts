import { z } from "zod";

/**
 * Resources of one type that need the same kinds of things. Links lead to groups of the same stack, by place
 * in its list.
 */
const resourceGroupSchema = z.object({
  type: z.string(),
  members: z.array(z.string()),
  needs: z.array(z.object({ group: z.number().int(), via: z.array(z.string()) })),
  reads: z.array(z.object({ source: z.string(), outputs: z.array(z.string()) })),
});

const architectureStackSchema = z.object({
  key: z.string(),
  stackName: z.string(),
  region: z.string(),
  /** In the blueprint's words; null for a stack that its blueprint no longer knows. */
  title: z.object({ en: z.string(), ko: z.string() }).nullable(),
  groups: z.array(resourceGroupSchema),
  /**
   * US dollars a month, expected, as decimal text; what costs nothing is absent, what has no price is named.
   */
  costs: z.object({
    monthlyUsd: z.string(),
    resources: z.record(z.string(), z.string()),
    unpriced: z.array(z.string()),
  }),
  /** Resources that the plan creates, changes or removes; null where nothing is planned. */
  plannedCount: z.number().int().nullable(),
});
export type ArchitectureStack = z.infer<typeof architectureStackSchema>;

/** What an environment is made of, worked out from its templates; small enough to be sent whole. */
export const architectureViewSchema = z.object({
  /** Stacks elsewhere are set apart from those of this region. */
  homeRegion: z.string(),
  stacks: z.array(architectureStackSchema),
  /** `reader` reads these outputs of `source`; none: it is only built later. */
  links: z.array(z.object({ reader: z.string(), source: z.string(), outputs: z.array(z.string()) })),
});
export type ArchitectureView = z.infer<typeof architectureViewSchema>;

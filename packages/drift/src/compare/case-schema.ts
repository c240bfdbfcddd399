import { z } from "zod";

const properties = z.record(z.string(), z.unknown());
const paths = z.array(z.string()).optional();

/** A resource as a file of cases tells it, beside whatever else it tells. */
export const driftCaseSchema = z.object({
  id: z.string(),
  resource: z.object({ resourceType: z.string(), declared: properties }),
  /** As AWS returned it. */
  liveRaw: properties,
  schema: z
    .object({
      readOnlyPaths: paths,
      writeOnlyPaths: paths,
      unorderedScalarPaths: paths,
      unorderedObjectArrayPaths: paths,
      freeFormMapPaths: paths,
    })
    .optional(),
});
export type DriftCase = z.infer<typeof driftCaseSchema>;

import { defineJob } from "@greenroom/queue";
import { z } from "zod";

/** What is due follows from the rows, so these jobs carry nothing. */
const payload = z.strictObject({});

/** A queue of its own: pricing many environments must not keep runs waiting. */
export const meterCosts = defineJob({ name: "costs.meter", queue: "costs", payload });
export const importCosts = defineJob({ name: "costs.import", queue: "costs", payload });

export const COSTS_JOBS = [meterCosts, importCosts] as const;

import { AppError } from "@greenroom/errors";
import superjson from "superjson";

export { MAX_BATCH } from "./limits";

/**
 * How values travel. Inputs are plain JSON and nothing is ever built from what they say about themselves;
 * days and times are ISO text that a schema reads. Outputs are ours, so that they keep their dates
 * (superjson, read by the browser only).
 */
export const wire = {
  input: { serialize: (input: unknown) => input, deserialize: openEnvelope },
  output: {
    serialize: (output: unknown) => superjson.serialize(output),
    deserialize: (output: Parameters<typeof superjson.deserialize>[0]) => superjson.deserialize(output),
  },
};

/**
 * Pages that were open before an update, and older scripts, wrap an input as `{json}`. That is opened; what
 * would ask for more than plain JSON (`meta`) is refused.
 */
function openEnvelope(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !Object.hasOwn(input, "json")) return input;
  const { json, ...rest } = input as { json: unknown };
  if (Object.keys(rest).length === 0) return json;
  throw new AppError("input.notPlain");
}

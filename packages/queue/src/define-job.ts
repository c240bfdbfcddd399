import type { JobDefinition } from "./contract";

/**
 * Names a job, its queue and the shape of its payload. The payload holds ids only: facts live in rows.
 * @throws RangeError for a name with a colon, which BullMQ keeps for itself
 */
export function defineJob<const Name extends string, Payload extends object>(
  definition: JobDefinition<Name, Payload>,
): JobDefinition<Name, Payload> {
  if (definition.name.includes(":") || definition.queue.includes(":")) {
    throw new RangeError(
      `"${definition.queue}" / "${definition.name}": no colon in the name of a job or queue.`,
    );
  }
  return definition;
}

import { refusals } from "../errors";
import { type Action, decodePosition, encodePosition, PAGE_SIZE, pageToken, stackOf } from "./call";

/**
 * Newest first, 100 a page. A page token counts from the oldest event, so that events which arrive while
 * someone pages are neither shown twice nor shift the pages.
 */
export const describeStackEvents: Action = (call) => {
  const { events } = stackOf(call, refusals.stackMissingForChangeSet);
  const token = pageToken(call);
  const end = token === undefined ? events.length : decodePosition(token);
  if (end === undefined || end > events.length) throw refusals.badPageToken(token ?? "");
  const start = Math.max(0, end - PAGE_SIZE);
  return {
    StackEvents: events
      .slice(start, end)
      .reverse()
      .map((event) => ({ ...event })),
    NextToken: start > 0 ? encodePosition(start) : undefined,
  };
};

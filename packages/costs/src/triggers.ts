import { monthOf } from "./calendar";

/**
 * What a threshold is passed by, once for each: a request, or a month's costs. Kept as text in the rows of
 * alerts.
 */
export const requestTrigger = (requestId: string): string => `request:${requestId}`;
/** @param day any day of the month */
export const monthTrigger = (day: string): string => `month:${day.slice(0, 7)}`;

/** The first day of the month, or the id of the request; the other is null. */
export function readTrigger(trigger: string): { month: string | null; requestId: string | null } {
  const [kind, rest = ""] = trigger.split(":");
  return kind === "month"
    ? { month: monthOf(`${rest}-01`), requestId: null }
    : { month: null, requestId: rest };
}

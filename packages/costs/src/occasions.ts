import { monthOf } from "./calendar";

/**
 * What a threshold is passed by, once for each: a request, or a month's costs. Kept as text in the rows of
 * alerts.
 */
export const requestOccasion = (requestId: string): string => `request:${requestId}`;
/** @param day any day of the month */
export const monthOccasion = (day: string): string => `month:${day.slice(0, 7)}`;

/** The first day of the month, or the id of the request; the other is null. */
export function readOccasion(occasion: string): { month: string | null; requestId: string | null } {
  const [kind, rest = ""] = occasion.split(":");
  return kind === "month"
    ? { month: monthOf(`${rest}-01`), requestId: null }
    : { month: null, requestId: rest };
}

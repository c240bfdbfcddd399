import type { NotKnown } from "../schema";
import { isUnreadable } from "../schema/unreadable";

/** 'Size (DiskSize), MultiAZ are not known', 'Size: "abc" is no number'. */
export function notKnownText(parts: readonly NotKnown[]): string {
  const unreadable = parts.flatMap(({ property, from }) =>
    from.filter(isUnreadable).map((cause) => `${property}: ${cause}`),
  );
  const later = parts
    .filter(({ from }) => !from.some(isUnreadable))
    .map(({ property, from }) => (from.length > 0 ? `${property} (${from.join(", ")})` : property));
  const names =
    later.length > 0 ? [`${later.join(", ")} ${later.length === 1 ? "is" : "are"} not known`] : [];
  return [...unreadable, ...names].join("; ");
}

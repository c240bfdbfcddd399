import type { NotKnown } from "../schema";

/** "Size (DiskSize), MultiAZ are" */
export function notKnownText(parts: readonly NotKnown[]): string {
  const names = parts.map(({ property, from }) =>
    from.length > 0 ? `${property} (${from.join(", ")})` : property,
  );
  return `${names.join(", ")} ${names.length === 1 ? "is" : "are"}`;
}

/** JSON with sorted keys: two values are the same exactly when this text is. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

export function isSame(left: unknown, right: unknown): boolean {
  return canonical(left ?? null) === canonical(right ?? null);
}

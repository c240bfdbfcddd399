/** What stands at a dotted path of a spec; undefined where nothing does. */
export function readPath(spec: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return isObject ? (value as Record<string, unknown>)[key] : undefined;
  }, spec);
}

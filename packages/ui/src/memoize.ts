/**
 * A function that makes each thing once: Intl's formatters cost more to make than to use, and a page of rows
 * uses one hundreds of times. Only for inputs of which there are few (languages, zones).
 */
export function memoize<Made>(make: (...key: (string | undefined)[]) => Made): typeof make {
  const made = new Map<string, Made>();
  return (...key) => {
    const name = key.join("|");
    const known = made.get(name) ?? make(...key);
    made.set(name, known);
    return known;
  };
}

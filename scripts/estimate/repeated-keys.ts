/** A text, or a character that opens, closes or separates. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Keys that stand twice in one object of a JSON text, as paths ("Resources.Queue"): JSON readers keep the
 * last one and say nothing. None for a text that is no JSON object. The text must be well-formed.
 */
export function repeatedKeys(json: string): string[] {
  if (!/^\uFEFF?\s*\{/.test(json)) return [];
  const repeated: string[] = [];
  /** For each open bracket its keys (none for a list) and the key that is being filled in. */
  const open: { keys: Set<string> | null; key: string }[] = [];
  let last = "";
  for (const [token] of json.matchAll(TOKENS)) {
    const here = open.at(-1);
    if (token === "{" || token === "[") open.push({ keys: token === "{" ? new Set() : null, key: "" });
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":" && here?.keys) {
      here.key = JSON.parse(last) as string;
      if (here.keys.has(here.key))
        repeated.push(open.flatMap(({ keys, key }) => (keys ? [key] : [])).join("."));
      here.keys.add(here.key);
    }
    last = token;
  }
  return repeated;
}

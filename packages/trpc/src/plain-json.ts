import { AppError } from "@greenroom/errors";
import { MAX_DEPTH, MAX_VALUES } from "./limits";

/**
 * The parts of a text that is known to be JSON: strings, brackets and marks, and everything else between
 * them.
 */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Reads JSON that anybody may have sent, in time in proportion to its length.
 * @throws INVALID_INPUT for what is no JSON, too deep, of too many values, or of what two readers would
 * understand differently: the same key twice, `__proto__`, numbers that a computer cannot hold, text that is
 * no Unicode
 */
export function readPlainJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError("input.malformed", undefined, { cause });
  }
  assertPlain(text);
  return value;
}

function assertPlain(text: string): void {
  /** Of each open object its keys; null for a list. */
  const open: (Set<string> | null)[] = [];
  let values = 0;
  let isKey = false;
  for (const [token] of text.matchAll(TOKENS)) {
    const inside = open.at(-1);
    if (token === "{" || token === "[") {
      if (open.length === MAX_DEPTH) throw new AppError("input.tooDeep", { limit: MAX_DEPTH });
      open.push(token === "{" ? new Set() : null);
      isKey = token === "{";
      values++;
    } else if (token === "}" || token === "]") {
      open.pop();
      isKey = false;
    } else if (token === ",") isKey = inside instanceof Set;
    else if (token === ":") isKey = false;
    else if (token.startsWith('"')) {
      const string = readString(token);
      if (isKey && inside) addKey(inside, string);
      values++;
    } else {
      assertNumber(token);
      values++;
    }
    if (values > MAX_VALUES) throw new AppError("input.tooMany", { limit: MAX_VALUES });
  }
}

function readString(token: string): string {
  const string = token.includes("\\") ? (JSON.parse(token) as string) : token.slice(1, -1);
  // Half of a pair of surrogates is no character: no database keeps it and no reply can say it.
  if (/\p{Surrogate}/u.test(string)) throw new AppError("input.notUnicode");
  return string;
}

function addKey(keys: Set<string>, key: string): void {
  if (key === "__proto__") throw new AppError("input.unknown", { value: key });
  if (keys.has(key)) throw new AppError("input.sameKeyTwice", { value: key.slice(0, 60) });
  keys.add(key);
}

function assertNumber(token: string): void {
  if (token === "true" || token === "false" || token === "null") return;
  if (token.length > 32 || Math.abs(Number(token)) > Number.MAX_SAFE_INTEGER)
    throw new AppError("input.number", { value: token.slice(0, 60) });
}

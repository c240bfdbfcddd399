import { describe, expect, it } from "vitest";
import en from "../../messages/en.json";
import ko from "../../messages/ko.json";

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") flat.set(prefix + key, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) flat.set(path, text);
  }
  return flat;
}

/** Names of the values a message is filled with. */
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1]))].sort();

const english = flatten(en);
const korean = flatten(ko);

describe("message catalogues", () => {
  it("have the same keys", () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("fill the same values", () => {
    const differing = [...english].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(korean.get(key) ?? "").join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("have no empty text", () => {
    expect([...english, ...korean].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("speak Korean, apart from names", () => {
    const untranslated = [...korean].filter(
      ([key, text]) => text === english.get(key) && /[a-z]{3,} [a-z]{2,}/.test(text),
    );
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });
});

import { expect, it } from "vitest";
import * as en from "./en";
import * as ko from "./ko";

type Tree = { readonly [key: string]: string | Tree };
const textsOf = (tree: Tree, at = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, node]) =>
    typeof node === "string" ? [[at + key, node] as [string, string]] : textsOf(node, `${at}${key}.`),
  );

const koreanMessages = new Map(textsOf(ko.messages));
const koreanPages = new Map(textsOf(ko.pages));
const buttons = textsOf(en.pages).filter(([path]) => path.endsWith(".button"));

/** Messages that quote a button: their key, and what the page calls it in Korean. */
const quotations = textsOf(en.messages).flatMap(([key, text]) =>
  [...text.matchAll(/[“"]([^”"{}]+)[”"]/g)].flatMap(([, label = ""]) => {
    const inKorean = buttons.filter(([, button]) => button === label).map(([path]) => koreanPages.get(path));
    return inKorean.length > 0 ? [{ key, label, inKorean }] : [];
  }),
);

it("quotes a button in Korean as the page calls it", () => {
  expect(quotations.length).toBeGreaterThan(3);
  const wrong = quotations.filter(
    ({ key, inKorean }) => !inKorean.some((label) => koreanMessages.get(key)?.includes(`“${label}”`)),
  );
  expect(wrong).toEqual([]);
});

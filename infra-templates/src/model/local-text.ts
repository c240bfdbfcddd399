/** Text of a blueprint's own content (labels, helps, titles) in both languages of the portal. */
export interface LocalText {
  en: string;
  ko: string;
}

/** Text in the reader's language; English where the language is not one of the two. */
export function blueprintText(text: LocalText, locale: string): string {
  return locale === "ko" ? text.ko : text.en;
}

/** "the cache, the database and the tables" in both languages. */
export function listTexts(names: readonly LocalText[]): LocalText {
  const english = names.map(({ en }) => en);
  const last = english.pop() ?? "";
  return {
    en: english.length > 0 ? `${english.join(", ")} and ${last}` : last,
    ko: names.map(({ ko }) => ko).join(", "),
  };
}

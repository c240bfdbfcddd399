import type { Wording, WordingDetails } from "@greenroom/errors";
import { SPEC_MESSAGES, type SpecMessageKey, specMessage } from "@greenroom/infra-templates/catalog";
import type { Locale } from "./locales";

/** What is needed of the translator of `errors.*`. */
export interface ErrorCatalogue {
  (key: never, values: never): string;
  has(key: never): boolean;
}

/**
 * Says a text by its key of the catalogue `errors.*`, and texts among its values likewise. A text without a key, or whose key or
 * values the catalogue does not know any more, is said in its own words.
 */
export function sayWording(t: ErrorCatalogue, locale: Locale, wording: Wording): string {
  const { messageKo, messageKey: key, details = {} } = wording;
  const message = (locale === "ko" ? messageKo : undefined) ?? wording.message;
  const values = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, filling(t, locale, value)]),
  );
  if (key && key in SPEC_MESSAGES) return specMessage(key as SpecMessageKey, values, locale);
  if (!key || !t.has(key as never)) return message;
  const said = t(key as never, values as never);
  // The translator answers with the key when the message cannot be filled.
  return said === `errors.${key}` ? message : said;
}

function filling(t: ErrorCatalogue, locale: Locale, value: WordingDetails[string]): string | number {
  if (typeof value === "object" && value !== null) return sayWording(t, locale, value);
  return typeof value === "number" ? value : String(value ?? "–");
}

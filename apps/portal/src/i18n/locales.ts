import { LOCALES, type Locale } from "@greenroom/messages";

export const LOCALE_COOKIE = "greenroom_locale";

/** The language to speak: the reader's choice when there is one, else the first of theirs that we have. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const wanted = [chosen, ...(acceptLanguage ?? "").split(",").map((part) => part.split(";")[0]?.trim())];
  for (const tag of wanted) {
    const locale = LOCALES.find((known) => tag === known || tag?.startsWith(`${known}-`));
    if (locale) return locale;
  }
  return "en";
}

import { pages as en } from "./en";
import { pages as ko } from "./ko";
import type { Locale } from "./locales";
import type { Texts } from "./texts";

/**
 * Keys of the pages' texts; a text may be filled with any value, since next-intl would take no number where a
 * text is due.
 */
export type PageTexts = Texts<typeof en>;
/** The texts of the pages by language, which next-intl says. */
export const PAGES: Record<Locale, PageTexts> = { en, ko };

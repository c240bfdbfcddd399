import type { Locale } from "@greenroom/messages";
import { LOCALE_COOKIE } from "../i18n/locales";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = "greenroom_theme";

export const toTheme = (value: string | undefined): Theme =>
  THEMES.find((theme) => theme === value) ?? "system";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

/** Switches light and dark at once and for the next visits. */
export function chooseTheme(theme: Theme): void {
  remember(THEME_COOKIE, theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Remembers the language; the caller refreshes the page. */
export function rememberLocale(locale: Locale): void {
  remember(LOCALE_COOKIE, locale);
}

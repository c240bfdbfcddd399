"use client";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import en from "../../messages/en.json";
import ko from "../../messages/ko.json";
import type { Locale } from "./locales";

const MESSAGES = { en, ko };

/**
 * The texts of the pages. Both languages are part of the program, which browsers keep, instead of being written into every page:
 * they were more than half of a page's bytes and of the work of making it.
 */
export function Translations({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}

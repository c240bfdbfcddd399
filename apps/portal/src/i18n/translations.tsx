"use client";
import type { Locale } from "@greenroom/messages";
import { PAGES } from "@greenroom/messages/pages";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";

/**
 * The texts of the pages. Both languages are part of the program, which browsers keep, instead of being
 * written into every page: they were more than half of a page's bytes and of the work of making it.
 */
export function Translations({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={locale} messages={PAGES[locale]} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}

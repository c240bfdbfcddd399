"use client";
import { createContext, type ReactNode, useContext } from "react";

const LocaleContext = createContext("en");

/** Tells money and times below it which language to speak. */
export function LocaleProvider({ locale, children }: { locale: string; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export function useUiLocale(): string {
  return useContext(LocaleContext);
}

"use client";
import { createContext, type ReactNode, useContext } from "react";

interface Language {
  locale: string;
  /** The few words that components say by themselves. */
  words: { close: string; copied: string; copy: (text: string) => string };
}

const LanguageContext = createContext<Language | null>(null);

/** Tells components below it which language to format money and times in, and their own words in it. */
export function LanguageProvider({ children, ...language }: Language & { children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("This component must stand below a LanguageProvider.");
  return language;
}

export const useUiLocale = (): string => useLanguage().locale;
export const useUiWords = (): Language["words"] => useLanguage().words;

"use client";
import type { Locale } from "@greenroom/messages";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useState } from "react";
import { chooseTheme, rememberLocale, type Theme, toTheme } from "./preferences";

/** The reader's language and theme, and how to change them. */
export function usePreferences() {
  const router = useRouter();
  const locale = useLocale();
  const [theme, setTheme] = useState<Theme>(() =>
    typeof document === "undefined" ? "system" : toTheme(document.documentElement.dataset.theme),
  );
  return {
    locale,
    theme,
    setLocale: (next: Locale) => {
      rememberLocale(next);
      router.refresh();
    },
    setTheme: (next: Theme) => {
      chooseTheme(next);
      setTheme(next);
    },
  };
}

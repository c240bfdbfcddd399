"use client";
import { LanguageProvider, StrictStyles, Toaster, TooltipProvider } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useMemo } from "react";
import { TrpcReactProvider } from "../trpc/client";
import type { Theme } from "./preferences";

/** What every page needs around it in the browser. */
export function Providers({
  locale,
  theme,
  children,
}: {
  locale: string;
  theme: Theme;
  children: ReactNode;
}) {
  const t = useTranslations("shell");
  const states = useTranslations("states");
  const words = useMemo(
    () => ({
      close: states("close"),
      copied: states("copied"),
      copy: (text: string) => states("copy", { text }),
    }),
    [states],
  );
  return (
    <LanguageProvider locale={locale} words={words}>
      <StrictStyles>
        <TooltipProvider delay={200}>
          <TrpcReactProvider>
            <NuqsAdapter>{children}</NuqsAdapter>
          </TrpcReactProvider>
          <Toaster label={t("notices")} theme={theme} />
        </TooltipProvider>
      </StrictStyles>
    </LanguageProvider>
  );
}

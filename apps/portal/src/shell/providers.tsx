"use client";
import { LocaleProvider, StrictStyles, Toaster, TooltipProvider } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
  return (
    <LocaleProvider locale={locale}>
      <StrictStyles>
        <TooltipProvider delay={200}>
          <TrpcReactProvider>{children}</TrpcReactProvider>
          <Toaster label={t("notices")} theme={theme} />
        </TooltipProvider>
      </StrictStyles>
    </LocaleProvider>
  );
}

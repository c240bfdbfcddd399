import type { Locale } from "@greenroom/messages";
import { cn } from "@greenroom/ui";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Translations } from "../i18n/translations";
import { getDeps } from "../server/deps";
import { THEME_COOKIE, toTheme } from "../shell/preferences";
import { Providers } from "../shell/providers";
import { SandboxBanner } from "../shell/sandbox-banner";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Greenroom", template: "%s · Greenroom" },
  description: "Ticketing environments on AWS: ask, see the price, get it approved, watch it being built.",
  icons: { icon: "/icon.svg" },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  const locale = (await getLocale()) as Locale;
  const isSandbox = getDeps().config.AWS_MODE === "sandbox";
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body
        className={cn(
          "flex min-h-dvh flex-col font-sans antialiased",
          isSandbox ? "[--banner:1.5rem]" : "[--banner:0px]",
        )}
      >
        <Translations locale={locale}>
          {isSandbox ? <SandboxBanner /> : null}
          <Providers locale={locale} theme={theme}>
            {children}
          </Providers>
        </Translations>
      </body>
    </html>
  );
}

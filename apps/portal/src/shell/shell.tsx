"use client";
import { Button } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { Menu as MenuIcon, Search, X } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { useTRPC } from "../trpc/client";
import { Navigation } from "./navigation";
import { NoTeam } from "./no-team";
import { UserMenu } from "./user-menu";

const Palette = dynamic(() => import("./palette"), { ssr: false });

/** The frame of every page: navigation on the left, or on top where it is narrow, and the command palette. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const me = useQuery(trpc.identity.me.queryOptions()).data;
  const waiting = useQuery({
    ...trpc.requests.list.queryOptions({ awaitingMe: true, limit: 20 }),
    refetchInterval: 30_000,
  });
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isNavigationOpen, setNavigationOpen] = useState(false);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setPaletteOpen((isOpen) => !isOpen);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  const count = waiting.data?.items.length ?? 0;
  const hasNoTeam = me !== undefined && me.memberships.length === 0;
  return (
    <div className="flex flex-1 flex-col md:grid md:grid-cols-[14rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded focus:bg-raised focus:px-3 focus:py-2"
      >
        {t("skip")}
      </a>
      <aside className="sticky top-(--banner) hidden h-[calc(100dvh-var(--banner))] flex-col gap-3 border-r bg-surface p-3 md:flex">
        <Brand />
        <PaletteButton onClick={() => setPaletteOpen(true)} />
        <Navigation waiting={count} />
        <div className="mt-auto">{me ? <UserMenu me={me} /> : null}</div>
      </aside>
      <header className="sticky top-(--banner) z-30 border-b bg-surface md:hidden">
        <div className="flex h-12 items-center gap-2 px-3">
          <Button
            variant="ghost"
            size="icon"
            aria-label={isNavigationOpen ? t("closeNavigation") : t("openNavigation")}
            aria-expanded={isNavigationOpen}
            onClick={() => setNavigationOpen(!isNavigationOpen)}
          >
            {isNavigationOpen ? <X aria-hidden /> : <MenuIcon aria-hidden />}
          </Button>
          <Brand />
          <div className="ml-auto flex items-center">
            <Button variant="ghost" size="icon" aria-label={t("search")} onClick={() => setPaletteOpen(true)}>
              <Search aria-hidden />
            </Button>
            {me ? <UserMenu me={me} /> : null}
          </div>
        </div>
        {isNavigationOpen ? (
          <div className="border-t p-3">
            <Navigation waiting={count} onNavigate={() => setNavigationOpen(false)} />
          </div>
        ) : null}
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 p-4 outline-none md:p-6">
        <div className="mx-auto grid w-full max-w-6xl grid-cols-[minmax(0,1fr)] gap-5">
          {hasNoTeam ? <NoTeam name={me.user.name} email={me.user.email} /> : children}
        </div>
      </main>
      {isPaletteOpen ? <Palette onClose={() => setPaletteOpen(false)} /> : null}
    </div>
  );
}

function Brand() {
  return (
    <Link href="/" className="flex items-center gap-2 rounded px-1 font-semibold text-lg tracking-tight">
      {/* biome-ignore lint/performance/noImgElement: a small vector file of our own needs no optimiser */}
      <img src="/icon.svg" alt="" width={22} height={22} />
      Greenroom
    </Link>
  );
}

function PaletteButton({ onClick }: { onClick: () => void }) {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex h-8 items-center gap-2 rounded-md border px-2 text-ink-muted hover:bg-sunken"
    >
      <Search aria-hidden className="size-4" />
      {t("search")}
      <kbd className="ml-auto font-sans text-xs">⌘K</kbd>
    </button>
  );
}

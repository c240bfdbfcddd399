"use client";
import { cn } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "../trpc/client";
import { isInside, navItemsOf } from "./nav-items";

/** The main parts of the portal; `waiting` is how many requests wait for the reader. */
export function Navigation({ waiting, onNavigate }: { waiting: number; onNavigate?: () => void }) {
  const t = useTranslations("nav");
  const pathname = usePathname();
  const me = useQuery(useTRPC().identity.me.queryOptions()).data;
  return (
    <nav aria-label={t("label")} className="grid gap-0.5">
      {navItemsOf(me).map(({ key, href, icon: Icon }) => {
        const isHere = isInside(pathname, href);
        return (
          <Link
            key={key}
            href={href}
            onClick={onNavigate}
            aria-current={isHere ? "page" : undefined}
            className={cn(
              "flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-muted hover:bg-sunken hover:text-ink",
              isHere && "bg-sunken font-medium text-ink",
            )}
          >
            <Icon aria-hidden className={cn("size-4", isHere && "text-accent")} />
            {t(key)}
            {key === "requests" && waiting > 0 ? (
              <span className="ml-auto rounded-full bg-attention-soft px-1.5 text-attention text-xs tabular-nums">
                <span aria-hidden>{waiting}</span>
                <span className="sr-only">{t("waiting", { count: waiting })}</span>
              </span>
            ) : null}
          </Link>
        );
      })}
    </nav>
  );
}

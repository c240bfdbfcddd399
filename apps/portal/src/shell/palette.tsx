"use client";
import { type CommandGroup, CommandPalette } from "@greenroom/ui/command-palette";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Boxes, Languages, MessageSquareText, Plus, SunMoon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRequestName } from "../modules/requests/use-request-name";
import { useTRPC } from "../trpc/client";
import { navItemsOf } from "./nav-items";
import { THEMES } from "./preferences";
import { usePreferences } from "./use-preferences";

const MAX_SHOWN = 8;

/** ⌘K: jump to a page, an environment or a request; request an environment; change language or theme. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations("palette");
  const [query, setQuery] = useState("");
  const environments = useEnvironments(query.trim());
  return (
    <CommandPalette
      onClose={onClose}
      query={query}
      onQueryChange={setQuery}
      groups={[usePages(), useActions(), environments, useRequests(query.trim())]}
      title={t("title")}
      placeholder={t("placeholder")}
      emptyText={t("empty", { query })}
    />
  );
}

function usePages(): CommandGroup {
  const t = useTranslations("palette");
  const nav = useTranslations("nav");
  const router = useRouter();
  const me = useQuery(useTRPC().identity.me.queryOptions()).data;
  return {
    label: t("goTo"),
    commands: navItemsOf(me).map(({ key, href, icon }) => ({
      id: `go-${key}`,
      label: nav(key),
      icon,
      run: () => router.push(href),
    })),
  };
}

function useActions(): CommandGroup {
  const t = useTranslations("palette");
  const shell = useTranslations("shell");
  const router = useRouter();
  const { locale, setLocale, theme, setTheme } = usePreferences();
  return {
    label: t("actions"),
    commands: [
      {
        id: "new",
        label: t("newEnvironment"),
        icon: Plus,
        run: () => router.push("/catalog/ticketing/new"),
      },
      {
        id: "language",
        label: t("switchLanguage"),
        icon: Languages,
        run: () => setLocale(locale === "en" ? "ko" : "en"),
      },
      ...THEMES.filter((value) => value !== theme).map((value) => ({
        id: `theme-${value}`,
        label: t("switchTheme", { theme: shell(`themes.${value}`) }),
        icon: SunMoon,
        run: () => setTheme(value),
      })),
    ],
  };
}

function useEnvironments(search: string): CommandGroup {
  const t = useTranslations("palette");
  const trpc = useTRPC();
  const router = useRouter();
  const environments = useQuery({
    ...trpc.environments.list.queryOptions({ search: search || undefined, limit: MAX_SHOWN }),
    placeholderData: keepPreviousData,
  });
  return {
    label: t("environments"),
    commands: (environments.data?.items ?? []).map((environment) => ({
      id: environment.id,
      label: environment.name,
      hint: `${environment.team.name} · ${environment.region}`,
      icon: Boxes,
      run: () => router.push(`/environments/${environment.id}`),
    })),
  };
}

function useRequests(search: string): CommandGroup {
  const t = useTranslations("palette");
  const requestName = useRequestName();
  const router = useRouter();
  const requests = useQuery(useTRPC().requests.list.queryOptions({ limit: 50 })).data?.items ?? [];
  return {
    label: t("requests"),
    // All of them are looked through; without a search the newest are enough.
    commands: (search ? requests : requests.slice(0, MAX_SHOWN)).map((request) => ({
      id: request.id,
      label: requestName(request),
      hint: request.requester.name,
      icon: MessageSquareText,
      run: () => router.push(`/requests/${request.id}`),
    })),
  };
}

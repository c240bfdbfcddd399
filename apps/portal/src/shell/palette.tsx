"use client";
import { type CommandGroup, CommandPalette } from "@greenroom/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Boxes, Languages, MessageSquareText, Plus, SunMoon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../trpc/client";
import { navItemsOf } from "./nav-items";
import { THEMES } from "./preferences";
import { usePreferences } from "./use-preferences";

const MAX_FOUND = 8;

/** ⌘K: jump to a part, an environment or a request; ask for an environment; change language or theme. */
export function Palette({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const t = useTranslations("palette");
  const [query, setQuery] = useState("");
  const actions = useActions(query);
  const found = useFound(query, isOpen);
  return (
    <CommandPalette
      isOpen={isOpen}
      onOpenChange={(next) => {
        onOpenChange(next);
        if (!next) setQuery("");
      }}
      query={query}
      onQueryChange={setQuery}
      groups={[...actions, ...found]}
      title={t("title")}
      placeholder={t("placeholder")}
      emptyText={t("empty", { query })}
    />
  );
}

const contains = (text: string, query: string) => text.toLowerCase().includes(query.trim().toLowerCase());

function useActions(query: string): CommandGroup[] {
  const t = useTranslations("palette");
  const nav = useTranslations("nav");
  const shell = useTranslations("shell");
  const router = useRouter();
  const me = useQuery(useTRPC().identity.me.queryOptions()).data;
  const { locale, setLocale, theme, setTheme } = usePreferences();
  const groups: CommandGroup[] = [
    {
      label: t("goTo"),
      commands: navItemsOf(me).map(({ key, href, icon }) => ({
        id: `go-${key}`,
        label: nav(key),
        icon,
        run: () => router.push(href),
      })),
    },
    {
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
    },
  ];
  return groups.map((group) => ({
    ...group,
    commands: group.commands.filter((command) => contains(command.label, query)),
  }));
}

function useFound(query: string, isOpen: boolean): CommandGroup[] {
  const t = useTranslations("palette");
  const kinds = useTranslations("requestKinds");
  const trpc = useTRPC();
  const router = useRouter();
  const environments = useQuery({
    ...trpc.environments.list.queryOptions({ search: query.trim() || undefined, limit: MAX_FOUND }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const requests = useQuery({ ...trpc.requests.list.queryOptions({ limit: 50 }), enabled: isOpen });
  return [
    {
      label: t("environments"),
      commands: (environments.data?.items ?? []).map((environment) => ({
        id: environment.id,
        label: environment.name,
        hint: `${environment.team.name} · ${environment.region}`,
        icon: Boxes,
        run: () => router.push(`/environments/${environment.id}`),
      })),
    },
    {
      label: t("requests"),
      commands: (requests.data?.items ?? [])
        .map((request) => ({
          id: request.id,
          label: `#${request.number} ${kinds(request.kind)} ${request.environmentName}`,
          hint: request.requester.name,
          icon: MessageSquareText,
          run: () => router.push(`/requests/${request.id}`),
        }))
        .filter((command) => contains(command.label, query))
        .slice(0, MAX_FOUND),
    },
  ];
}

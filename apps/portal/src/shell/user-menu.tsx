"use client";
import type { MeView } from "@greenroom/identity/schema";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "@greenroom/ui";
import { ChevronsUpDown, LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { THEMES } from "./preferences";
import { usePreferences } from "./use-preferences";

/** Who is signed in and what they are in which team; language, theme, and the way out. */
export function UserMenu({ me }: { me: MeView }) {
  const t = useTranslations("shell");
  const roles = useTranslations("roles");
  const { locale, setLocale, theme, setTheme } = usePreferences();
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={t("userMenu", { name: me.user.name })}
          className="flex w-full min-w-0 items-center gap-2 rounded-md p-1.5 text-left hover:bg-sunken"
        >
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent text-xs"
          >
            {initials(me.user.name)}
          </span>
          <span className="hidden min-w-0 flex-1 md:grid">
            <span className="truncate font-medium">{me.user.name}</span>
            <span className="truncate text-ink-muted text-xs">
              {me.memberships.map((m) => m.team.name).join(", ") || t("noTeam")}
            </span>
          </span>
          <ChevronsUpDown aria-hidden className="hidden size-4 shrink-0 text-ink-muted md:block" />
        </button>
      }
    >
      <div className="grid gap-0.5 px-2 py-1.5">
        <span className="font-medium">{me.user.name}</span>
        <span className="text-ink-muted text-sm">{me.user.email}</span>
        {me.memberships.map(({ team, role }) => (
          <span key={team.id} className="text-sm">
            {team.name} · {roles(role)}
          </span>
        ))}
      </div>
      <MenuSeparator />
      <MenuChoice
        label={t("language")}
        value={locale}
        onValueChange={setLocale}
        options={[
          { value: "en", label: "English" },
          { value: "ko", label: "한국어" },
        ]}
      />
      <MenuChoice
        label={t("theme")}
        value={theme}
        onValueChange={setTheme}
        options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
      />
      <MenuSeparator />
      <MenuItem onClick={() => signOut({ callbackUrl: "/sign-in" })}>
        <LogOut aria-hidden />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((part) => part[0])
    .slice(0, 2)
    .join("")
    .toUpperCase();

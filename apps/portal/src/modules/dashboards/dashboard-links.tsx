"use client";
import type { DashboardLink } from "@greenroom/environments/schema";
import { blueprintText } from "@greenroom/infra-templates/catalog";
import { useLocale, useTranslations } from "next-intl";
import { OutwardLink } from "./outward-link";

/** Each dashboard once, however many stacks it shows. */
export function DashboardLinks({ dashboards }: { dashboards: readonly DashboardLink[] }) {
  const t = useTranslations("dashboards");
  const locale = useLocale();
  const titles = new Map(
    dashboards.flatMap(({ title, url }) => (url === null ? [] : [[url, title] as const])),
  );
  return (
    <ul aria-label={t("title")} className="flex flex-wrap gap-x-4 gap-y-1.5">
      {[...titles].map(([url, title]) => (
        <li key={url}>
          <OutwardLink href={url}>{blueprintText(title, locale)}</OutwardLink>
        </li>
      ))}
    </ul>
  );
}

/** The dashboard of one stack; nothing where no Grafana shows it. */
export function StackDashboard({
  stack,
  dashboards,
}: {
  stack: string;
  dashboards: readonly DashboardLink[];
}) {
  const t = useTranslations("dashboards");
  const locale = useLocale();
  const shown = dashboards.find((dashboard) => dashboard.stack === stack);
  if (!shown?.url) return null;
  return (
    <OutwardLink href={shown.url}>{t("open", { title: blueprintText(shown.title, locale) })}</OutwardLink>
  );
}

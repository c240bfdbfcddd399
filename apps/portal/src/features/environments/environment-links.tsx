"use client";
import type { EnvironmentView } from "@greenroom/environments/schema";
import { holderOf, may } from "@greenroom/identity/permissions";
import { Card, TextLink } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DashboardLinks } from "../../modules/dashboards/dashboard-links";
import { OutwardLink } from "../../modules/dashboards/outward-link";
import { useTRPC } from "../../trpc/client";

type Link = EnvironmentView["links"][number];
const CONSOLE_KINDS = ["STACK", "CLUSTER", "CACHE", "TABLE", "LOGS"] as const;
const isOfConsole = ({ kind }: Link) => CONSOLE_KINDS.some((one) => one === kind);

/** Where else to look: Grafana, the AWS console, its own addresses. */
export function EnvironmentLinks({
  environment: { links, dashboards, account },
}: {
  environment: EnvironmentView;
}) {
  const t = useTranslations("environment");
  const addresses = links.filter((link) => !isOfConsole(link));
  const pages = links.filter(isOfConsole);
  if (links.length === 0 && dashboards.length === 0) return null;
  return (
    <Card title={t("links")}>
      <div className="grid gap-4">
        {dashboards.length > 0 ? (
          <Group title={t("grafana")}>
            {dashboards.some(({ url }) => url !== null) ? (
              <DashboardLinks dashboards={dashboards} />
            ) : (
              <NoGrafana account={account.name} />
            )}
          </Group>
        ) : null}
        {addresses.length > 0 ? (
          <Group title={t("addresses")}>
            <ul className="grid gap-1.5">
              {addresses.map((link) => (
                <li key={link.url + link.label}>
                  <OutwardLink href={link.url}>{link.label}</OutwardLink>
                </li>
              ))}
            </ul>
          </Group>
        ) : null}
        {pages.length > 0 ? (
          <Group title={t("console")}>
            <p className="mb-1.5 text-ink-muted text-sm">
              {t("consoleNote", { account: `${account.name} (${account.accountId})` })}
            </p>
            <ConsolePages pages={pages} />
          </Group>
        ) : null}
      </div>
    </Card>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 font-medium text-sm">{title}</h3>
      {children}
    </section>
  );
}

function ConsolePages({ pages }: { pages: readonly Link[] }) {
  const t = useTranslations("environment.consoleKinds");
  return (
    <dl className="grid gap-2">
      {CONSOLE_KINDS.map((kind) => {
        const ofKind = pages.filter((page) => page.kind === kind);
        return ofKind.length === 0 ? null : (
          <div key={kind}>
            <dt className="text-ink-muted text-sm">{t(kind)}</dt>
            {ofKind.map(({ url, label }) => (
              <dd key={url}>
                <OutwardLink href={url}>{label}</OutwardLink>
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}

/** How to come by dashboards, for those who may see to it; whom to ask, for all others. */
function NoGrafana({ account }: { account: string }) {
  const t = useTranslations("environment");
  const trpc = useTRPC();
  const me = useQuery(trpc.identity.me.queryOptions()).data;
  const isKeeper = me !== undefined && may(holderOf(me), "account.manage", { teamId: "" });
  const settings = (chunks: ReactNode) => <TextLink href="/settings/accounts">{chunks}</TextLink>;
  return (
    <p className="text-ink-muted text-sm">
      {isKeeper ? t.rich("noGrafana.keeper", { account, settings }) : t("noGrafana.others", { account })}
    </p>
  );
}

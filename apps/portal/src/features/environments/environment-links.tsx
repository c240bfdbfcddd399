"use client";
import type { EnvironmentView } from "@greenroom/environments/schema";
import { Card } from "@greenroom/ui";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";

/** Where else to look: the AWS console, Grafana, health. */
export function EnvironmentLinks({ links }: { links: EnvironmentView["links"] }) {
  const t = useTranslations("environment");
  if (links.length === 0) return null;
  return (
    <Card title={t("links")}>
      <ul className="grid gap-1.5">
        {links.map((link) => (
          <li key={link.url + link.label}>
            <a
              href={link.url}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 text-accent hover:underline"
            >
              {link.label}
              <ExternalLink aria-hidden className="size-3.5 shrink-0" />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

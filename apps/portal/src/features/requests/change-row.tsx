"use client";
import type { ResourceChange } from "@greenroom/provisioning/schema";
import { Badge, cn, StatusBadge } from "@greenroom/ui";
import { Database } from "lucide-react";
import { useTranslations } from "next-intl";
import { ACTION_ICONS, ACTION_TONES } from "./action-tones";
import { isDestructive } from "./plan-summary";

/** One resource of a plan: what happens to it, what that means when it holds data, and its properties before and after. */
export function ChangeRow({ change }: { change: ResourceChange }) {
  const t = useTranslations("plan");
  const isRisk = change.isStateful && isDestructive(change.action);
  return (
    <li className={cn("grid gap-1 border-t px-4 py-2 first:border-t-0", isRisk && "bg-bad-soft")}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StatusBadge
          icon={ACTION_ICONS[change.action]}
          tone={ACTION_TONES[change.action]}
          label={t(`actions.${change.action}`)}
        />
        <span className="min-w-0 break-all font-mono text-sm">{change.logicalId}</span>
        <span className="break-all text-ink-muted text-xs">{change.resourceType}</span>
        {change.isStateful ? (
          <Badge>
            <Database aria-hidden />
            {t("holdsData")}
          </Badge>
        ) : null}
      </div>
      {isRisk ? (
        <p className="text-bad">{t(`means.${change.action as "REPLACE" | "DELETE" | "MAY_REPLACE"}`)}</p>
      ) : null}
      {change.action !== "CREATE" && change.properties.length > 0 ? (
        <ul className="grid gap-0.5 text-sm">
          {change.properties.map((property) => (
            <li key={property.path} className="flex flex-wrap gap-x-2">
              <span className="font-mono">{property.path}</span>
              <span className="min-w-0 break-all">
                <s className="text-ink-muted">{property.before ?? t("unset")}</s> <span aria-hidden>→</span>
                <span className="sr-only">{t("becomes")}</span> <span>{property.after ?? t("unset")}</span>
              </span>
              {property.causesReplacement === "NEVER" ? null : (
                <span className={property.causesReplacement === "ALWAYS" ? "text-bad" : "text-attention"}>
                  {t(`causes.${property.causesReplacement}`)}
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

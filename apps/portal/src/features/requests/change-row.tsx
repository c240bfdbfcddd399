"use client";
import type { ResourceChange } from "@greenroom/provisioning/schema";
import { cn, StatusBadge } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import { countedKind, kindName } from "../../components/architecture/resource-kinds";
import { ACTION_ICONS, ACTION_TONES } from "./action-tones";
import { ChangeMeaning } from "./change-meaning";
import { meaningOf } from "./meaning";
import type { ChangeGroup } from "./plan-summary";

const NAMES_SHOWN = 6;
const PROPERTIES_SHOWN = 6;

/** What happens to a resource, or alike to several: what that means, and the properties before and after. */
export function ChangeRow({ group }: { group: ChangeGroup }) {
  const t = useTranslations("plan");
  const locale = useLocale();
  const [change] = group;
  const { action, resourceType } = change;
  return (
    <li
      className={cn(
        "grid gap-1.5 border-t px-4 py-2 first:border-t-0",
        meaningOf(change)?.isLoss && "bg-bad-soft",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StatusBadge icon={ACTION_ICONS[action]} tone={ACTION_TONES[action]} label={t(`actions.${action}`)} />
        <span className="font-medium" title={resourceType}>
          {group.length === 1
            ? kindName(resourceType, locale)
            : countedKind(resourceType, group.length, locale)}
        </span>
        <Names ids={group.map(({ logicalId }) => logicalId)} />
      </div>
      <ChangeMeaning change={change} />
      {action === "RETAIN" ? <p className="text-ink-muted text-sm">{t("retained")}</p> : null}
      {action !== "CREATE" && change.properties.length > 0 ? (
        <Properties properties={change.properties} />
      ) : null}
    </li>
  );
}

/** Logical ids; a long row of them folds behind the first few. */
export function Names({ ids }: { ids: readonly string[] }) {
  const t = useTranslations("plan");
  const shown = ids.length > NAMES_SHOWN + 1 ? ids.slice(0, NAMES_SHOWN) : ids;
  const rest = ids.slice(shown.length);
  return (
    <>
      <span className="min-w-0 break-all font-mono text-sm">{shown.join(", ")}</span>
      {rest.length > 0 ? (
        <details className="min-w-0 open:basis-full">
          <summary className="w-fit cursor-pointer rounded text-ink-muted text-sm hover:text-ink">
            {t("moreNames", { count: rest.length })}
          </summary>
          <span className="break-all font-mono text-sm">{rest.join(", ")}</span>
        </details>
      ) : null}
    </>
  );
}

function Properties({ properties }: { properties: ResourceChange["properties"] }) {
  const t = useTranslations("plan");
  // What causes a replacement is why the row is red: it stands first.
  const sorted = [...properties].sort(
    (a, b) => CAUSES.indexOf(a.causesReplacement) - CAUSES.indexOf(b.causesReplacement),
  );
  const shown = sorted.length > PROPERTIES_SHOWN + 1 ? sorted.slice(0, PROPERTIES_SHOWN) : sorted;
  const rest = sorted.slice(shown.length);
  return (
    <div className="grid gap-0.5 text-sm">
      <ul className="grid gap-0.5">
        {shown.map((property) => (
          <Property key={property.path} property={property} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary className="w-fit cursor-pointer rounded text-ink-muted hover:text-ink">
            {t("moreProperties", { count: rest.length })}
          </summary>
          <ul className="grid gap-0.5">
            {rest.map((property) => (
              <Property key={property.path} property={property} />
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

const CAUSES = ["ALWAYS", "MAYBE", "NEVER"] as const;

function Property({ property }: { property: ResourceChange["properties"][number] }) {
  const t = useTranslations("plan");
  const { path, before, after, causesReplacement } = property;
  return (
    <li className="flex flex-wrap gap-x-2">
      <span className="break-all font-mono">{path}</span>
      <span className="min-w-0 break-all">
        <s className="text-ink-muted">{before ?? t("unset")}</s> <span aria-hidden>→</span>
        <span className="sr-only">{t("becomes")}</span> <span>{after ?? t("unset")}</span>
      </span>
      {causesReplacement === "NEVER" ? null : (
        <span className={causesReplacement === "ALWAYS" ? "text-bad" : "text-attention"}>
          {t(`causes.${causesReplacement}`)}
        </span>
      )}
    </li>
  );
}

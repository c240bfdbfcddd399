"use client";
import { cn, StatusBadge } from "@greenroom/ui";
import { useLocale, useTranslations } from "next-intl";
import { countedKind, kindName } from "../../../modules/architecture/resource-kinds";
import { ACTION_ICONS, ACTION_TONES } from "./action-tones";
import { ChangeMeaning } from "./change-meaning";
import { meaningOf } from "./meaning";
import { type ChangeGroup, type PropertyChange, propertiesOf } from "./plan-summary";

const NAMES_SHOWN = 6;
const PROPERTIES_SHOWN = 6;
const SUMMARY = "w-fit cursor-pointer rounded text-ink-muted text-sm hover:text-ink";

/**
 * What happens to a resource, or alike to several: what that means, and the properties before and after.
 * `isEnd`: the whole environment goes.
 */
export function ChangeRow({ group, isEnd }: { group: ChangeGroup; isEnd: boolean }) {
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
      <ChangeMeaning change={change} isEnd={isEnd} />
      {action === "RETAIN" ? <p className="text-ink-muted text-sm">{t("retained")}</p> : null}
      {action !== "CREATE" && group.some(({ properties }) => properties.length > 0) ? (
        <Properties group={group} />
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
          <summary className={SUMMARY}>{t("moreNames", { count: rest.length })}</summary>
          <span className="break-all font-mono text-sm">{rest.join(", ")}</span>
        </details>
      ) : null}
    </>
  );
}

function Properties({ group }: { group: ChangeGroup }) {
  const t = useTranslations("plan");
  const all = propertiesOf(group);
  const shown = all.length > PROPERTIES_SHOWN + 1 ? all.slice(0, PROPERTIES_SHOWN) : all;
  const rest = all.slice(shown.length);
  const list = (properties: typeof all) => (
    <ul className="grid gap-0.5">
      {properties.map((property) => (
        <Property key={property.path} property={property} size={group.length} />
      ))}
    </ul>
  );
  return (
    <div className="grid gap-0.5 text-sm">
      {list(shown)}
      {rest.length > 0 ? (
        <details>
          <summary className={SUMMARY}>{t("moreProperties", { count: rest.length })}</summary>
          {list(rest)}
        </details>
      ) : null}
    </div>
  );
}

/**
 * One property before and after; where resources differ, how each of them changes folds behind their number.
 */
function Property({ property, size }: { property: PropertyChange; size: number }) {
  const t = useTranslations("plan");
  const { path, values, causesReplacement } = property;
  const [first] = values;
  const count = values.reduce((sum, { logicalIds }) => sum + logicalIds.length, 0);
  const isAlike = values.length === 1;
  return (
    <li className="flex flex-wrap gap-x-2">
      <span className="break-all font-mono">{path}</span>
      {isAlike && first ? <Values {...first} /> : null}
      {count < size ? <span className="text-ink-muted">{t("ofResources", { count, size })}</span> : null}
      {causesReplacement === "NEVER" ? null : (
        <span className={causesReplacement === "ALWAYS" ? "text-bad" : "text-attention"}>
          {t(`causes.${causesReplacement}`)}
        </span>
      )}
      {isAlike ? null : (
        <details className="min-w-0 open:basis-full">
          <summary className={SUMMARY}>{t("differs", { count: values.length })}</summary>
          <ul>
            {values.map((value) => (
              <li key={value.logicalIds[0]} className="flex flex-wrap gap-x-2 pl-4">
                <span className="break-all font-mono text-ink-muted">{value.logicalIds.join(", ")}</span>
                <Values {...value} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Values({ before, after }: { before: string | null; after: string | null }) {
  const t = useTranslations("plan");
  return (
    <span className="min-w-0 break-all">
      <s className="text-ink-muted">{before ?? t("unset")}</s> <span aria-hidden>→</span>
      <span className="sr-only">{t("becomes")}</span> <span>{after ?? t("unset")}</span>
    </span>
  );
}

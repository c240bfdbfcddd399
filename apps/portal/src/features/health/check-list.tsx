"use client";
import { SETTLE_AFTER } from "@greenroom/health/lifecycle";
import type { EnvironmentHealthView, Fact } from "@greenroom/health/schema";
import { RelativeTime } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { useSay } from "../../i18n/use-error-text";
import { HealthBadge } from "../../modules/health/health-badge";

type CheckView = EnvironmentHealthView["checks"][number];

/** Each check with what it last said and how old that is. */
export function CheckList({ checks }: { checks: readonly CheckView[] }) {
  const t = useTranslations("health");
  return (
    <ul aria-label={t("checksLabel")} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {checks.map((check) => (
        <CheckItem key={check.kind} check={check} />
      ))}
    </ul>
  );
}

function CheckItem({ check }: { check: CheckView }) {
  const t = useTranslations("health");
  const states = useTranslations("health.states");
  const say = useSay();
  const { kind, state, next, ranAt, count, facts, failure, isStale } = check;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{t(`checks.${kind}`)}</span>
        <HealthBadge state={isStale ? "UNKNOWN" : state} />
        <span className="text-ink-muted text-sm">
          {ranAt ? t.rich("ranAt", { when: () => <RelativeTime value={ranAt} /> }) : t("neverRan")}
          {isStale && ranAt ? ` · ${t("stale")}` : null}
        </span>
      </div>
      {ranAt ? (
        <p className="text-sm">
          {facts.length === 0 ? t(`wellOf.${kind}`, { count }) : t("wrongOf", { wrong: facts.length, count })}
        </p>
      ) : null}
      {facts.length > 0 ? <FactList facts={facts} /> : null}
      {next && !isStale ? (
        <p className="text-ink-muted text-sm">
          {t("next", { state: states(next.state), count: next.count, needed: SETTLE_AFTER })}
        </p>
      ) : null}
      {failure ? (
        <p role="alert" className="break-words text-attention text-sm">
          {t("failed", { why: say(failure) })}
        </p>
      ) : null}
    </li>
  );
}

function FactList({ facts }: { facts: readonly Fact[] }) {
  const t = useTranslations("health.facts");
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-1 text-sm">
      {facts.map(({ kind, name, state, says }) => (
        <li key={name} className="break-words">
          <code className="font-mono">{name}</code> <span>{t(kind)}</span>{" "}
          {state === "UNKNOWN" ? null : <HealthBadge state={state} />}
          {says ? <div className="text-ink-muted text-xs">{says}</div> : null}
        </li>
      ))}
    </ul>
  );
}

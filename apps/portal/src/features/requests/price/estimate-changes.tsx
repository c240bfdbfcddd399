"use client";
import { componentMessage, type Estimate, subtractDecimals } from "@greenroom/pricing/schema";
import { cn, Money } from "@greenroom/ui";
import { ArrowDown, ArrowUp, ArrowUpDown, ChevronRight, type LucideIcon, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useSay } from "../../../i18n/use-error-text";
import { MoneyDifference } from "../../../modules/costs/money-difference";
import {
  CHANGE_KINDS,
  type ChangeKind,
  type PartChange,
  type PriceChanges,
  priceChanges,
} from "./price-changes";
import { StatedDifference } from "./stated-difference";

const STYLES = {
  ADDED: { icon: Plus, className: "text-attention" },
  REMOVED: { icon: Minus, className: "text-good" },
  DEARER: { icon: ArrowUp, className: "text-attention" },
  CHEAPER: { icon: ArrowDown, className: "text-good" },
  CHANGED: { icon: ArrowUpDown, className: "text-attention" },
} as const satisfies Record<ChangeKind, { icon: LucideIcon; className: string }>;
/** With more parts than this, only the service that changes most is open. */
const FEW_PARTS = 8;

/** What makes a price another: each part before and after, by service; what stays the same is folded away. */
export function EstimateChanges({ before, after }: { before: Estimate; after: Estimate }) {
  const t = useTranslations("priceChanges");
  const titleId = useId();
  const { services, counts, same } = priceChanges(before, after);
  const partCount = services.reduce((sum, { parts }) => sum + parts.length, 0);
  const said = CHANGE_KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    t(`counts.${kind}`, { count: counts[kind] }),
  );
  return (
    <section aria-labelledby={titleId} className="grid gap-2">
      <h3 id={titleId} className="font-medium text-sm">
        {t("title")}
      </h3>
      <p className="text-ink-muted text-sm">{partCount === 0 ? t("none") : said.join(" · ")}</p>
      {services.length > 0 ? (
        <ul className="grid rounded-md border">
          {services.map((changes, index) => (
            <li key={changes.service} className="border-t first:border-t-0">
              <ServiceChanges changes={changes} isOpen={index === 0 || partCount <= FEW_PARTS} />
            </li>
          ))}
        </ul>
      ) : null}
      {same.length > 0 ? <SameParts same={same} /> : null}
    </section>
  );
}

function ServiceChanges({
  changes: { service, beforeUsd, afterUsd, bound, parts },
  isOpen,
}: {
  changes: PriceChanges["services"][number];
  isOpen: boolean;
}) {
  return (
    <details open={isOpen} className="group">
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-2 px-2 py-1.5 hover:bg-sunken">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 self-center text-ink-muted transition-transform group-open:rotate-90"
        />
        <span className="font-medium">{service}</span>
        <span className="ml-auto text-right text-sm">
          <BeforeAfter before={beforeUsd} after={afterUsd} />{" "}
          <StatedDifference usd={subtractDecimals(afterUsd, beforeUsd)} bound={bound} />
        </span>
      </summary>
      <ul className="grid gap-2 border-t px-2 py-2">
        {parts.map((part) => (
          <PartRow key={`${part.stackKey} ${part.logicalId} ${part.name}`} part={part} />
        ))}
      </ul>
    </details>
  );
}

function PartRow({ part }: { part: PartChange }) {
  const t = useTranslations("priceChanges");
  const { kind, logicalId, beforeUsd, afterUsd, differenceUsd } = part;
  const { icon: Icon, className } = STYLES[kind];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 text-sm">
      <span className="break-words">
        <span className={cn("whitespace-nowrap font-medium text-xs", className)}>
          <Icon aria-hidden className="mr-0.5 inline size-3 align-[-0.125em]" />
          {t(`kinds.${kind}`)}
        </span>{" "}
        <PartName part={part} />
      </span>
      <span className="text-right">
        {differenceUsd === null ? (
          <span className="text-attention">{t("unknown")}</span>
        ) : (
          <MoneyDifference usd={differenceUsd} />
        )}
      </span>
      <span className="break-all text-ink-muted text-xs">{logicalId}</span>
      <span className="text-right text-ink-muted text-xs">
        <BeforeAfter before={beforeUsd} after={afterUsd} />
      </span>
    </li>
  );
}

/** "$43.07 → $86.14"; a side that is not there, or has no known price, is a dash. */
function BeforeAfter({ before, after }: { before: string | null; after: string | null }) {
  const t = useTranslations("money");
  const amount = (usd: string | null) => (usd === null ? "–" : <Money usd={usd} />);
  return (
    <span className="whitespace-nowrap text-ink-muted">
      {amount(before)} <span aria-hidden>→</span>
      <span className="sr-only">{t("becomes")}</span> {amount(after)}
    </span>
  );
}

function SameParts({ same }: { same: PriceChanges["same"] }) {
  const t = useTranslations("priceChanges");
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-ink-muted">{t("same", { count: same.length })}</summary>
      <ul className="mt-1 grid gap-1">
        {same.map((part) => (
          <li
            key={`${part.stackKey} ${part.logicalId} ${part.name}`}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2"
          >
            <span className="break-words">
              <PartName part={part} /> <span className="text-ink-muted text-xs">{part.logicalId}</span>
            </span>
            {part.usd === null ? <span className="text-ink-muted">–</span> : <Money usd={part.usd} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

function PartName({ part: { name } }: { part: { name: string } }) {
  return useSay()(componentMessage(name));
}

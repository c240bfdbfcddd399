"use client";
import type { ResourceChange } from "@greenroom/provisioning/schema";
import { cn } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { meaningOf } from "./meaning";

/**
 * What a replacement or deletion means to people: what is lost or interrupted, what is kept, and what to do
 * first.
 */
export function ChangeMeaning({ change, isEnd }: { change: ResourceChange; isEnd: boolean }) {
  const t = useTranslations("plan");
  const words = useTranslations("meanings");
  const meaning = meaningOf(change);
  // Where everything goes, nobody is left to be interrupted.
  if (!meaning || (isEnd && !meaning.isLoss && !change.safeguards)) return null;
  const { kind, isLoss } = meaning;
  const kept = change.safeguards ?? [];
  const isKept = kept.includes("KEPT");
  return (
    <div className="grid gap-0.5 text-sm">
      <p className={cn("font-medium", isLoss ? "text-bad" : "text-attention")}>{t("whatThisMeans")}</p>
      {change.action === "MAY_REPLACE" ? <p>{t("perhaps")}</p> : null}
      {isKept ? null : <p>{words(`${kind}.${change.action === "DELETE" ? "DELETE" : "REPLACE"}`)}</p>}
      {kept.map((safeguard) => (
        <p key={safeguard}>{t(`safeguards.${safeguard}`)}</p>
      ))}
      <p>
        <span className="font-medium">{t("first")}</span> {words(`${kind}.first`)}
      </p>
    </div>
  );
}

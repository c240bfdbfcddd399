"use client";
import { endsSoon } from "@greenroom/environments/lifecycle";
import { cn, RelativeTime, useNow } from "@greenroom/ui";
import { useTranslations } from "next-intl";

/**
 * When an environment ends: never, in some days, soon (marked), or past. Its time counts from the day it is
 * ready.
 */
export function TimeLeft({
  expiresAt,
  isGone,
  isBuilt,
}: {
  expiresAt: Date | null;
  isGone: boolean;
  isBuilt: boolean;
}) {
  const t = useTranslations("environments");
  const now = useNow(60_000);
  if (isGone) return <span className="text-ink-muted">–</span>;
  if (!expiresAt) return <span className="text-ink-muted">{t(isBuilt ? "noEnd" : "endsAfterReady")}</span>;
  const isSoon = endsSoon(expiresAt, new Date(now));
  return (
    <span className={cn(isSoon && "font-medium text-attention")} suppressHydrationWarning>
      <RelativeTime value={expiresAt} />
    </span>
  );
}

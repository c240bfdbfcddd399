"use client";
import type { DriftState } from "@greenroom/drift/lifecycle";
import { StatusBadge } from "@greenroom/ui";
import { CircleCheck, CircleHelp, Diff, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";

const LOOKS = {
  IN_SYNC: { icon: CircleCheck, tone: "good" },
  DRIFTED: { icon: Diff, tone: "attention" },
  NOT_CHECKED: { icon: CircleHelp, tone: "neutral" },
} as const satisfies Record<DriftState, { icon: LucideIcon; tone: "good" | "attention" | "neutral" }>;

/** What is known of an environment's drift: icon, word and colour, the same on every page. */
export function DriftStateBadge({ state }: { state: DriftState }) {
  const t = useTranslations("drift.states");
  return <StatusBadge icon={LOOKS[state].icon} tone={LOOKS[state].tone} label={t(state)} />;
}

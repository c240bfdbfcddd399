"use client";
import type { HealthState } from "@greenroom/health/lifecycle";
import { StatusBadge } from "@greenroom/ui";
import { CircleHelp, HeartCrack, HeartPulse, type LucideIcon, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

const LOOKS = {
  HEALTHY: { icon: HeartPulse, tone: "good" },
  DEGRADED: { icon: TriangleAlert, tone: "attention" },
  UNHEALTHY: { icon: HeartCrack, tone: "bad" },
  UNKNOWN: { icon: CircleHelp, tone: "neutral" },
} as const satisfies Record<
  HealthState,
  { icon: LucideIcon; tone: "good" | "attention" | "bad" | "neutral" }
>;

/**
 * Whether an environment is well: icon, word and colour, the same on every page. Nothing while that is on its
 * way.
 */
export function HealthBadge({ state }: { state: HealthState | undefined }) {
  const t = useTranslations("health.states");
  if (!state) return null;
  return <StatusBadge icon={LOOKS[state].icon} tone={LOOKS[state].tone} label={t(state)} />;
}

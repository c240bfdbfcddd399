"use client";
import { ENVIRONMENT_TRANSITIONS, type EnvironmentStatus } from "@greenroom/environments/lifecycle";
import { StatusBadge } from "@greenroom/ui";
import { CircleCheck, CircleX, LoaderCircle, type LucideIcon, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

const ENVIRONMENT_ICONS = {
  PROVISIONING: LoaderCircle,
  READY: CircleCheck,
  UPDATING: LoaderCircle,
  FAILED: CircleX,
  DESTROYING: LoaderCircle,
  DESTROYED: Trash2,
} as const satisfies Record<EnvironmentStatus, LucideIcon>;

/** The status of an environment: icon, word and colour, the same on every page. */
export function EnvironmentStatusBadge({ status }: { status: EnvironmentStatus }) {
  const t = useTranslations("environmentStatus");
  const { tone } = ENVIRONMENT_TRANSITIONS[status];
  return (
    <StatusBadge
      icon={ENVIRONMENT_ICONS[status]}
      tone={tone}
      label={t(status)}
      isMoving={tone === "progress"}
    />
  );
}

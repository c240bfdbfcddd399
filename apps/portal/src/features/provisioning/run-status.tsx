"use client";
import {
  RUN_TRANSITIONS,
  type RunStatus,
  STEP_TRANSITIONS,
  type StepStatus,
} from "@greenroom/provisioning/lifecycle";
import { StatusBadge } from "@greenroom/ui";
import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  LoaderCircle,
  type LucideIcon,
  MinusCircle,
} from "lucide-react";
import { useTranslations } from "next-intl";

const RUN_ICONS = {
  QUEUED: Clock,
  RUNNING: LoaderCircle,
  SUCCEEDED: CircleCheck,
  FAILED: CircleX,
  CANCELLED: Ban,
} as const satisfies Record<RunStatus, LucideIcon>;

/** The icon of each state of a step, for what shows the state in another place than a badge. */
export const STEP_ICONS = {
  PENDING: CircleDashed,
  RUNNING: LoaderCircle,
  SUCCEEDED: CircleCheck,
  FAILED: CircleX,
  SKIPPED: MinusCircle,
  CANCELLED: Ban,
} as const satisfies Record<StepStatus, LucideIcon>;

/** The status of a run: icon, word and colour, the same on every page. */
export function RunStatusBadge({ status }: { status: RunStatus }) {
  const t = useTranslations("runStatus");
  const { tone } = RUN_TRANSITIONS[status];
  return (
    <StatusBadge icon={RUN_ICONS[status]} tone={tone} label={t(status)} isMoving={tone === "progress"} />
  );
}

/** The same for a step of a run. */
export function StepStatusBadge({ status }: { status: StepStatus }) {
  const t = useTranslations("stepStatus");
  const { tone } = STEP_TRANSITIONS[status];
  return (
    <StatusBadge icon={STEP_ICONS[status]} tone={tone} label={t(status)} isMoving={tone === "progress"} />
  );
}

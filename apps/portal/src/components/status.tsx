"use client";
import { ENVIRONMENT_TRANSITIONS, type EnvironmentStatus } from "@greenroom/environments/lifecycle";
import {
  RUN_TRANSITIONS,
  type RunStatus,
  STEP_TRANSITIONS,
  type StepStatus,
} from "@greenroom/provisioning/lifecycle";
import { REQUEST_TRANSITIONS, type RequestStatus } from "@greenroom/requests/lifecycle";
import { StatusBadge } from "@greenroom/ui";
import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  FilePen,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  MinusCircle,
  Moon,
  Trash2,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";

const ENVIRONMENT_ICONS = {
  PROVISIONING: LoaderCircle,
  READY: CircleCheck,
  UPDATING: LoaderCircle,
  FAILED: CircleX,
  SLEEPING: Moon,
  DESTROYING: LoaderCircle,
  DESTROYED: Trash2,
} as const satisfies Record<EnvironmentStatus, LucideIcon>;

const REQUEST_ICONS = {
  DRAFT: FilePen,
  PLANNING: LoaderCircle,
  PENDING_APPROVAL: Hourglass,
  APPROVED: CircleCheck,
  REJECTED: CircleX,
  WITHDRAWN: Undo2,
  EXPIRED: Clock,
} as const satisfies Record<RequestStatus, LucideIcon>;

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

/** State of an environment: icon, word and colour, the same on every page. */
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

export function RequestStatusBadge({ status }: { status: RequestStatus }) {
  const t = useTranslations("requestStatus");
  const { tone } = REQUEST_TRANSITIONS[status];
  return (
    <StatusBadge icon={REQUEST_ICONS[status]} tone={tone} label={t(status)} isMoving={tone === "progress"} />
  );
}

export function RunStatusBadge({ status }: { status: RunStatus }) {
  const t = useTranslations("runStatus");
  const { tone } = RUN_TRANSITIONS[status];
  return (
    <StatusBadge icon={RUN_ICONS[status]} tone={tone} label={t(status)} isMoving={tone === "progress"} />
  );
}

export function StepStatusBadge({ status }: { status: StepStatus }) {
  const t = useTranslations("stepStatus");
  const { tone } = STEP_TRANSITIONS[status];
  return (
    <StatusBadge icon={STEP_ICONS[status]} tone={tone} label={t(status)} isMoving={tone === "progress"} />
  );
}

"use client";
import { REQUEST_TRANSITIONS, type RequestStatus } from "@greenroom/requests/lifecycle";
import { StatusBadge } from "@greenroom/ui";
import { CircleCheck, CircleX, Clock, Hourglass, LoaderCircle, type LucideIcon, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";

const REQUEST_ICONS = {
  PLANNING: LoaderCircle,
  PENDING_APPROVAL: Hourglass,
  APPROVED: CircleCheck,
  REJECTED: CircleX,
  WITHDRAWN: Undo2,
  EXPIRED: Clock,
} as const satisfies Record<RequestStatus, LucideIcon>;

/** The status of a request: icon, word and colour, the same on every page. */
export function RequestStatusBadge({ status }: { status: RequestStatus }) {
  const t = useTranslations("requestStatus");
  const { tone } = REQUEST_TRANSITIONS[status];
  return (
    <StatusBadge icon={REQUEST_ICONS[status]} tone={tone} label={t(status)} isMoving={tone === "progress"} />
  );
}

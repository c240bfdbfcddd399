"use client";
import type { ResourceOutcome, RunEventView } from "@greenroom/provisioning/schema";
import { Badge, cn, Duration, StatusBadge, setStyle, type Tone, useNow } from "@greenroom/ui";
import { CircleCheck, CircleX, LoaderCircle, type LucideIcon, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ResourceTimeline, resourceTimelines } from "./resource-timeline";

export const RESOURCE_STYLES: Record<ResourceOutcome, { icon: LucideIcon; tone: Tone; bar: string }> = {
  MOVING: { icon: LoaderCircle, tone: "progress", bar: "bg-progress" },
  DONE: { icon: CircleCheck, tone: "good", bar: "bg-good" },
  FAILED: { icon: CircleX, tone: "bad", bar: "bg-bad" },
  DELETED: { icon: Trash2, tone: "neutral", bar: "bg-line-strong" },
  RETAINED: { icon: CircleCheck, tone: "good", bar: "bg-good" },
};

/** The resources of a stack as they come: state in words, how long, and a bar on the step's own time. */
export function ResourceTimelineList({
  events,
  stackKey,
  from,
  to,
}: {
  events: readonly RunEventView[];
  stackKey: string;
  from: Date | null;
  to: Date | null;
}) {
  const t = useTranslations("run");
  const now = useNow(to ? null : 1_000);
  const timelines = resourceTimelines(events, stackKey);
  const start = Math.min(from?.getTime() ?? now, ...timelines.map((line) => line.startedAt.getTime()));
  const end = Math.max(
    to?.getTime() ?? now,
    ...timelines.map((line) => (line.finishedAt ?? line.startedAt).getTime()),
  );
  return (
    <ul aria-label={t("resourcesOf", { stack: stackKey })} className="grid">
      {timelines.map((line) => (
        <li
          key={line.logicalId}
          className="grid items-center gap-x-3 gap-y-1 border-t px-3 py-1 first:border-t-0 sm:pl-9 md:grid-cols-[minmax(0,1fr)_25%_minmax(7rem,auto)_3.5rem]"
        >
          <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
            <span className="min-w-0 break-all font-mono text-sm">{line.logicalId}</span>
            <span className="break-all text-ink-muted text-xs">{line.resourceType}</span>
            {line.isRootCause ? <Badge tone="bad">{t("rootCause")}</Badge> : null}
          </div>
          <Bar line={line} start={start} end={end} now={now} />
          <span className="flex items-center justify-between gap-2 md:contents">
            <span>
              <ResourceBadge line={line} />
            </span>
            <span className="text-right text-ink-muted text-sm">
              <Duration from={line.startedAt} to={line.finishedAt} />
            </span>
          </span>
          {line.reason && (line.outcome === "FAILED" || line.isRootCause) ? (
            <p className={cn("text-sm md:col-span-4", line.isRootCause ? "text-bad" : "text-ink-muted")}>
              {line.reason}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function ResourceBadge({ line }: { line: ResourceTimeline }) {
  const t = useTranslations("resourceStatus");
  const { icon, tone } = RESOURCE_STYLES[line.outcome];
  const key = line.resourceStatus as Parameters<typeof t>[0];
  return (
    <StatusBadge
      icon={icon}
      tone={tone}
      label={t.has(key) ? t(key) : line.resourceStatus}
      isMoving={line.outcome === "MOVING"}
    />
  );
}

function Bar({ line, start, end, now }: { line: ResourceTimeline; start: number; end: number; now: number }) {
  const span = Math.max(1, end - start);
  const left = ((line.startedAt.getTime() - start) / span) * 100;
  const width =
    (((line.finishedAt?.getTime() ?? Math.max(now, start)) - line.startedAt.getTime()) / span) * 100;
  return (
    <div aria-hidden className="h-1 rounded-full bg-sunken" suppressHydrationWarning>
      <div
        className={cn("h-1 min-w-1 rounded-full", RESOURCE_STYLES[line.outcome].bar)}
        ref={setStyle({
          "margin-left": `${Math.min(99, left)}%`,
          width: `${Math.max(0, Math.min(100 - left, width))}%`,
        })}
      />
    </div>
  );
}

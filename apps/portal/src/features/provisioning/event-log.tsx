"use client";
import type { RunEventView } from "@greenroom/provisioning/schema";
import { Card, ClockTime, cn, Input, Select } from "@greenroom/ui";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useEventText } from "./use-event-text";

const KINDS = ["ALL", "PROBLEMS", "RUN", "STEP", "RESOURCE", "LOG"] as const;
type Shown = (typeof KINDS)[number];
/** Rows drawn at once; the filter reaches all of them. */
const MAX_ROWS = 500;

function isProblem({ data }: RunEventView): boolean {
  switch (data.kind) {
    case "LOG":
      return data.level !== "INFO";
    case "RESOURCE":
      return data.outcome === "FAILED";
    case "STEP":
      return data.step.status === "FAILED";
    case "RUN":
      return data.failure !== null;
  }
}

/** Every event by its number, newest last, with a filter. */
export function EventLog({ events }: { events: readonly RunEventView[] }) {
  const t = useTranslations("eventLog");
  const [shown, setShown] = useState<Shown>("ALL");
  const [search, setSearch] = useState("");
  const eventText = useEventText();
  const rows = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return events
      .filter(
        (event) => shown === "ALL" || (shown === "PROBLEMS" ? isProblem(event) : event.data.kind === shown),
      )
      .map((event) => ({ event, text: eventText(event.data) }))
      .filter(({ text }) => text.toLowerCase().includes(wanted));
  }, [events, shown, search, eventText]);
  const visible = rows.slice(-MAX_ROWS);
  const follow = useFollow(visible.at(-1)?.event.sequence);
  return (
    <Card
      title={t("title")}
      isFlush
      aside={
        <div className="flex w-full gap-2 sm:w-auto">
          <Input
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="sm:w-48"
          />
          <Select
            aria-label={t("kind")}
            value={shown}
            onValueChange={setShown}
            className="w-auto min-w-28"
            options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        </div>
      }
    >
      {rows.length === 0 ? (
        <p className="p-4 text-ink-muted">{events.length === 0 ? t("empty") : t("noMatch")}</p>
      ) : (
        <>
          {rows.length > visible.length ? (
            <p className="border-b px-3 py-1.5 text-ink-muted text-sm">
              {t("truncated", { shown: visible.length, count: rows.length })}
            </p>
          ) : null}
          <ol
            ref={follow.list}
            onScroll={follow.onScroll}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must reach it (WCAG 2.1.1)
            tabIndex={0}
            aria-label={t("title")}
            className="-outline-offset-2 max-h-96 overflow-y-auto py-1 font-mono text-xs"
          >
            {visible.map(({ event, text }) => (
              <LogLine key={event.sequence} event={event} text={text} />
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}

/** Keeps the newest line in sight, unless the reader has scrolled up to read. */
function useFollow(newest: number | undefined) {
  const list = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new line moves the end
  useEffect(() => {
    if (isAtEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [newest]);
  const onScroll = () => {
    const { current } = list;
    if (current) isAtEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < 24;
  };
  return { list, onScroll };
}

function LogLine({ event, text }: { event: RunEventView; text: string }) {
  return (
    <li className={cn("flex gap-3 px-3 py-0.5 hover:bg-sunken", isProblem(event) && "text-bad")}>
      <span className="w-8 shrink-0 text-right text-ink-muted tabular-nums">{event.sequence}</span>
      <ClockTime value={event.at} className="shrink-0 text-ink-muted" />
      <span className="min-w-0 whitespace-pre-wrap break-words">{text}</span>
    </li>
  );
}

"use client";
import type { RunStepView, RunView } from "@greenroom/provisioning/schema";
import { cn, Duration } from "@greenroom/ui";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ResourceTimelineList } from "./resource-timeline-list";
import { StepStatusBadge } from "./run-status";

/** Whether a step shows its inside without being asked: it is at work, or it is what failed. */
const isOpenByItself = (step: RunStepView) => step.status === "RUNNING" || step.status === "FAILED";

/** The steps of a run in order, each with its state and duration; the one at work stands open. */
export function RunSteps({ run }: { run: RunView }) {
  const [chosen, setChosen] = useState<Record<number, boolean>>({});
  return (
    <ol>
      {run.steps.map((step) => (
        <Step
          key={step.position}
          step={step}
          run={run}
          isOpen={chosen[step.position] ?? isOpenByItself(step)}
          onToggle={(isOpen) => setChosen((all) => ({ ...all, [step.position]: isOpen }))}
        />
      ))}
    </ol>
  );
}

function Step({
  step,
  run,
  isOpen,
  onToggle,
}: {
  step: RunStepView;
  run: RunView;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}) {
  const t = useTranslations("stepKinds");
  const panelId = useId();
  const title = t(step.kind, { stack: step.stackKey ?? "" });
  const region = step.stackKey === null ? undefined : run.stackRegions?.[step.stackKey];
  const hasInside = step.stackKey !== null && run.events.some((event) => isAbout(event.data, step.stackKey));
  const line = (
    <>
      <ChevronRight
        aria-hidden
        className={cn(
          "size-4 shrink-0 text-ink-muted transition-transform",
          isOpen && hasInside && "rotate-90",
          !hasInside && "invisible",
        )}
      />
      <span className="min-w-0 flex-1 text-left font-medium">
        {title}
        {region ? <span className="ml-2 font-normal text-ink-muted text-sm">{region}</span> : null}
      </span>
      <StepStatusBadge status={step.status} />
      <span className="w-16 text-right text-ink-muted text-sm">
        {step.startedAt ? <Duration from={step.startedAt} to={step.finishedAt} /> : "–"}
      </span>
    </>
  );
  return (
    <li className="border-t first:border-t-0">
      {hasInside ? (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => onToggle(!isOpen)}
          className="-outline-offset-2 flex w-full items-center gap-2 px-3 py-2 hover:bg-sunken"
        >
          {line}
        </button>
      ) : (
        <div className="flex items-center gap-2 px-3 py-2">{line}</div>
      )}
      {hasInside && isOpen ? (
        <div id={panelId} className="border-t bg-canvas">
          <ResourceTimelineList
            events={run.events}
            stackKey={step.stackKey ?? ""}
            from={step.startedAt}
            to={step.finishedAt}
          />
        </div>
      ) : null}
    </li>
  );
}

const isAbout = (data: RunView["events"][number]["data"], stackKey: string | null) =>
  data.kind === "RESOURCE" && data.stackKey === stackKey;

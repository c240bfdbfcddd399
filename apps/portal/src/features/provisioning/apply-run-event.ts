import type { RunEventView, RunView } from "@greenroom/provisioning/schema";

/** Whether an event is further on than the snapshot can take: some between the two are missing. */
export function leavesGap(run: RunView, event: RunEventView): boolean {
  return event.sequence > run.lastSequence + 1;
}

/**
 * The run after an event. Events apply strictly in order: one that was applied before, or that leaves a gap,
 * changes nothing. What the reader may do is left as it was; the next snapshot says it anew.
 */
export function applyRunEvent(run: RunView, event: RunEventView): RunView {
  if (event.sequence !== run.lastSequence + 1) return run;
  const next: RunView = { ...run, events: [...run.events, event], lastSequence: event.sequence };
  const { data } = event;
  switch (data.kind) {
    case "RUN": {
      const { kind: _, ...facts } = data;
      return { ...next, ...facts };
    }
    case "STEP": {
      const isKnown = run.steps.some((step) => step.position === data.step.position);
      const steps = isKnown
        ? run.steps.map((step) => (step.position === data.step.position ? data.step : step))
        : [...run.steps, data.step].sort((a, b) => a.position - b.position);
      return { ...next, steps };
    }
    case "RESOURCE":
    case "LOG":
      return next;
  }
}

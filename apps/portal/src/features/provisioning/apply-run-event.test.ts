import { verbatim } from "@greenroom/messages";
import type { RunEventData, RunEventView, RunStepView, RunView } from "@greenroom/provisioning/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyRunEvent, leavesGap } from "./apply-run-event";

const AT = new Date("2026-11-23T03:00:00Z");

const step = (position: number, status: RunStepView["status"]): RunStepView => ({
  position,
  key: `step-${position}`,
  kind: "APPLY_STACK",
  stackKey: "network",
  status,
  startedAt: AT,
  finishedAt: null,
});

const start: RunView = {
  id: "run",
  number: 1,
  kind: "APPLY",
  status: "QUEUED",
  requestId: "request",
  requestNumber: 1,
  isCreate: true,
  environmentId: "environment",
  environmentName: "onsale",
  team: { id: "t", slug: "t", name: "T", costCentre: "1" },
  actor: null,
  attempt: 1,
  waiting: null,
  failure: null,
  queuedAt: AT,
  startedAt: null,
  finishedAt: null,
  isCancelling: false,
  retryOf: null,
  retriedBy: null,
  eventsRemovedAt: null,
  steps: [step(0, "PENDING"), step(1, "PENDING")],
  events: [],
  lastSequence: 0,
  allowedActions: ["cancel"],
  dashboards: [],
  expectedSeconds: null,
};

const story: RunEventData[] = [
  {
    kind: "RUN",
    status: "RUNNING",
    startedAt: AT,
    finishedAt: null,
    failure: null,
    waiting: null,
    isCancelling: false,
  },
  { kind: "STEP", step: step(0, "RUNNING") },
  { kind: "LOG", level: "INFO", message: verbatim("hello"), stackKey: null },
  { kind: "STEP", step: step(0, "SUCCEEDED") },
  { kind: "STEP", step: step(2, "RUNNING") },
  {
    kind: "RUN",
    status: "SUCCEEDED",
    startedAt: AT,
    finishedAt: AT,
    failure: null,
    waiting: null,
    isCancelling: false,
  },
];
const events: RunEventView[] = story.map((data, i) => ({ sequence: i + 1, at: AT, data }));
const end = events.reduce(applyRunEvent, start);

describe("applyRunEvent", () => {
  it("brings the run to its end", () => {
    expect(end.status).toBe("SUCCEEDED");
    expect(end.steps.map((s) => s.status)).toEqual(["SUCCEEDED", "PENDING", "RUNNING"]);
    expect(end.events.map((e) => e.sequence)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("ignores an event that leaves a gap, and tells of the gap", () => {
    const late = events[3] as RunEventView;
    expect(leavesGap(start, late)).toBe(true);
    expect(applyRunEvent(start, late)).toBe(start);
  });

  it("ends the same however often events are repeated on the way", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(events.length - 1), { maxLength: 30 }), (repeats) => {
        let run = start;
        for (const [i, event] of events.entries()) {
          run = applyRunEvent(run, event);
          for (const r of repeats) if (r <= i) run = applyRunEvent(run, events[r] as RunEventView);
        }
        expect(run).toEqual(end);
      }),
    );
  });

  it("never changes the snapshot it was given", () => {
    const before = structuredClone(start);
    events.reduce(applyRunEvent, start);
    expect(start).toEqual(before);
  });
});

"use client";
import { isActive, STEP_TRANSITIONS } from "@greenroom/provisioning/lifecycle";
import type { ArchitectureView, RunView } from "@greenroom/provisioning/schema";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ArchitectureCard } from "../../modules/architecture/architecture-card";
import type { Mark, Marks } from "../../modules/architecture/marks";
import { useTRPC } from "../../trpc/client";
import { resourceTimelines } from "./resource-timeline";
import { RESOURCE_STYLES } from "./resource-timeline-list";
import { STEP_ICONS } from "./run-status";

/** What a run plans, builds or removes, with the state of each stack and resource as it comes. */
export function RunArchitecture({ run }: { run: RunView }) {
  const trpc = useTRPC();
  const options = trpc.runs.architecture.queryOptions({ runId: run.id });
  const isPlanning = run.kind === "PLAN" && isActive(run.status);
  // A plan never changes once it is made.
  const query = useQuery({ ...options, enabled: !isPlanning, staleTime: Number.POSITIVE_INFINITY });
  const marks = useRunMarks(run, query.data ?? null);
  return query.data ? <ArchitectureCard view={query.data} marks={marks} dashboards={run.dashboards} /> : null;
}

/** The state of every stack by its step, and of every resource by its last event. */
function useRunMarks(run: RunView, view: ArchitectureView | null): Marks {
  const t = useTranslations("architecture");
  const steps = useTranslations("stepStatus");
  const resources = useTranslations("resourceStatus");
  const marks: Marks & { stacks: Record<string, Mark[]>; resources: Record<string, Record<string, Mark>> } = {
    stacks: {},
    resources: {},
  };
  for (const { stackKey, status } of run.steps) {
    if (stackKey === null) continue;
    const { tone } = STEP_TRANSITIONS[status];
    // A stack that is cleaned up first has two steps: the later one that was begun says where it stands.
    if (status === "PENDING" && marks.stacks[stackKey]) continue;
    marks.stacks[stackKey] = [
      { icon: STEP_ICONS[status], tone, label: steps(status), isMoving: tone === "progress" },
    ];
    marks.resources[stackKey] = {};
  }
  for (const [stackKey, ofStack] of Object.entries(marks.resources)) {
    for (const line of resourceTimelines(run.events, stackKey)) {
      if (line.resourceType === "AWS::CloudFormation::Stack") continue;
      const key = line.resourceStatus as Parameters<typeof resources>[0];
      ofStack[line.logicalId] = {
        icon: RESOURCE_STYLES[line.outcome].icon,
        tone: RESOURCE_STYLES[line.outcome].tone,
        label: resources.has(key) ? resources(key) : line.resourceStatus,
        isMoving: line.outcome === "MOVING",
      };
    }
    const seen = Object.values(ofStack);
    const stack = marks.stacks[stackKey]?.[0];
    if (!stack?.isMoving || seen.length === 0) continue;
    const done = seen.filter(({ isMoving }) => !isMoving).length;
    const planned = view?.stacks.find(({ key }) => key === stackKey)?.plannedCount ?? 0;
    stack.label = `${stack.label} ${t("done", { done, total: Math.max(planned, seen.length) })}`;
  }
  return marks;
}

"use client";
import type { ArchitectureView, PlanView } from "@greenroom/provisioning/schema";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ArchitectureCard } from "../../../modules/architecture/architecture-card";
import type { Mark, Marks } from "../../../modules/architecture/marks";
import { useTRPC } from "../../../trpc/client";
import { ACTION_ICONS, ACTION_TONES } from "./action-tones";
import { countChanges } from "./plan-summary";
import { withRemoved } from "./with-removed";

/**
 * What would be there after a plan, each part marked with what the plan does to it; what goes is still drawn.
 */
export function PlanArchitecture({ plan }: { plan: PlanView }) {
  const trpc = useTRPC();
  const options = trpc.runs.architecture.queryOptions({ runId: plan.runId });
  const query = useQuery({ ...options, staleTime: Number.POSITIVE_INFINITY }); // A plan never changes.
  return query.data ? <Drawn view={query.data} plan={plan} /> : null;
}

function Drawn({ view, plan }: { view: ArchitectureView; plan: PlanView }) {
  const whole = useMemo(() => withRemoved(view, plan.changes), [view, plan.changes]);
  return <ArchitectureCard view={whole} marks={usePlanMarks(plan)} />;
}

function usePlanMarks(plan: PlanView): Marks {
  const t = useTranslations("plan");
  const stacks: Record<string, Mark[]> = {};
  const resources: Record<string, Record<string, Mark>> = {};
  for (const { stackKey, logicalId, action } of plan.changes) {
    resources[stackKey] ??= {};
    resources[stackKey][logicalId] = {
      icon: ACTION_ICONS[action],
      tone: ACTION_TONES[action],
      label: t(`actions.${action}`),
    };
  }
  for (const stackKey of Object.keys(resources)) {
    const changes = plan.changes.filter((change) => change.stackKey === stackKey);
    stacks[stackKey] = countChanges(changes).map(({ action, count }) => ({
      icon: ACTION_ICONS[action],
      tone: ACTION_TONES[action],
      label: t(`counts.${action}`, { count }).replace(/^[^\p{L}\d]+/u, ""),
    }));
  }
  return { stacks, resources };
}

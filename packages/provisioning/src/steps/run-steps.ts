import type { RunKind, StepStatus } from "../lifecycle";
import type { StepKind } from "../schema";

export interface StepDraft {
  key: string;
  kind: StepKind;
  stackKey: string | null;
}

interface StackOrder {
  key: string;
  dependsOn: readonly string[];
}

const step = (kind: StepKind): StepDraft => ({ key: kind.toLowerCase(), kind, stackKey: null });
const STACK_VERBS = {
  APPLY_STACK: "apply",
  DELETE_STACK: "delete",
  CLEAN: "clean",
  ROLL_BACK: "roll-back",
} as const;
const stackStep = (kind: keyof typeof STACK_VERBS, stackKey: string): StepDraft => ({
  key: `${STACK_VERBS[kind]}-${stackKey}`,
  kind,
  stackKey,
});

export const planSteps = (): StepDraft[] =>
  (["SYNTHESIZE", "COMPARE", "CHECK", "POLICY", "PRICE", "RECORD"] as const).map(step);

/** `removed`: deployed stacks that the plan no longer has; they are deleted after the others were applied. */
export const applySteps = (input: {
  stacks: readonly Pick<StackOrder, "key">[];
  removed: readonly string[];
  isClean: boolean;
}): StepDraft[] => [
  step("VERIFY"),
  ...(input.isClean ? input.stacks.map(({ key }) => stackStep("CLEAN", key)).reverse() : []),
  ...input.stacks.map(({ key }) => stackStep("APPLY_STACK", key)),
  ...input.removed.map((key) => stackStep("DELETE_STACK", key)),
  step("RECORD"),
];

/** Goes on with rollbacks that failed, those who depend on others first. */
const rollBackSteps = (stacks: readonly Pick<StackOrder, "key">[]): StepDraft[] => [
  step("VERIFY"),
  ...stacks.map(({ key }) => stackStep("ROLL_BACK", key)).reverse(),
  step("RECORD"),
];

export const destroySteps = (stacks: readonly Pick<StackOrder, "key">[]): StepDraft[] => [
  step("VERIFY"),
  ...stacks.map(({ key }) => stackStep("DELETE_STACK", key)).reverse(),
  step("RECORD"),
];

/** The steps of a run, which follow from its kind and, unless it only plans, from its plan alone. */
export function stepsOf(
  { kind, retryMode }: { kind: RunKind; retryMode: string | null },
  plan: { stacks: readonly Pick<StackOrder, "key">[]; removed: readonly Pick<StackOrder, "key">[] },
): StepDraft[] {
  if (kind === "PLAN") return planSteps();
  if (kind === "DESTROY") return destroySteps(plan.stacks);
  if (retryMode === "ROLL_BACK") return rollBackSteps(plan.stacks);
  const removed = plan.removed.map(({ key }) => key).reverse();
  return applySteps({ stacks: plan.stacks, removed, isClean: retryMode === "CLEAN" });
}

interface StepState extends StepDraft {
  position: number;
  status: StepStatus;
}

const isDone = ({ status }: StepState): boolean => status === "SUCCEEDED" || status === "SKIPPED";

/**
 * Steps that may start: everything they need is done. Steps without a stack wait for all before them; stacks
 * wait for the stacks they depend on (when deleting or cleaning: for those that depend on them), so that
 * independent stacks go side by side.
 */
export function readySteps<Step extends StepState>(
  steps: readonly Step[],
  stacks: readonly StackOrder[],
): Step[] {
  const dependsOn = (key: string | null, on: string | null): boolean =>
    stacks.some((stack) => stack.key === key && on !== null && stack.dependsOn.includes(on));
  const mustPrecede = (earlier: Step, later: Step): boolean => {
    if (earlier.kind !== later.kind || later.stackKey === null) return earlier.position < later.position;
    return later.kind === "APPLY_STACK"
      ? dependsOn(later.stackKey, earlier.stackKey)
      : dependsOn(earlier.stackKey, later.stackKey);
  };
  return steps.filter(
    (candidate) =>
      candidate.status === "PENDING" &&
      steps.every((other) => other === candidate || !mustPrecede(other, candidate) || isDone(other)),
  );
}

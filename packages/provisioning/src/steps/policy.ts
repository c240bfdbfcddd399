import { judgeChecks } from "../plan/judge-checks";
import { draftOf } from "../plan/plan-draft";
import type { StepRunner } from "./slice";

/** What cdk-nag and cloudformation-validate say. Engines that cannot run fail the plan by their error: nothing goes unlooked at. */
export const policy: StepRunner = async (slice) => {
  const draft = draftOf(slice);
  return judgeChecks(slice, await draft.policies(), await draft.stacks());
};

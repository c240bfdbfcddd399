import { draftOf } from "../plan-draft";
import type { StepRunner } from "../slice";
import { judgeChecks } from "./judge-checks";

/** What cdk-nag and cloudformation-validate say. Engines that cannot run fail the plan by their error: nothing goes unlooked at. */
export const policy: StepRunner = async (slice) => {
  const draft = draftOf(slice);
  return judgeChecks(slice, await draft.policies(), await draft.stacks());
};

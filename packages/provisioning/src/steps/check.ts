import { draftOf } from "../plan-draft";
import type { StepRunner } from "../slice";
import { judgeChecks } from "./judge-checks";

/** Greenroom's own checks of the templates. */
export const check: StepRunner = async (slice) => {
  const draft = draftOf(slice);
  return judgeChecks(slice, await draft.checks(), await draft.stacks());
};

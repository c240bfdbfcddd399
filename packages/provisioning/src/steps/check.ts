import { judgeChecks } from "../plan/judge-checks";
import { draftOf } from "../plan/plan-draft";
import type { StepRunner } from "./slice";

/** Greenroom's own checks of the templates. */
export const check: StepRunner = async (slice) => {
  const draft = draftOf(slice);
  return judgeChecks(slice, await draft.checks(), await draft.stacks());
};

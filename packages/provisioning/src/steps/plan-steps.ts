import { done, draftOf, type StepRunner } from "../slice";
import { judgeChecks } from "./judge-checks";

/** The templates, made in the synthesis child. */
export const synthesize: StepRunner = async (slice) => {
  await draftOf(slice).stacks();
  return done();
};

/** What they would create, change, replace and delete against what is deployed. */
export const compare: StepRunner = async (slice) => {
  await draftOf(slice).changes();
  return done();
};

/** Greenroom's own checks of the templates. */
export const check: StepRunner = async (slice) => {
  const draft = draftOf(slice);
  return judgeChecks(slice, await draft.checks(), await draft.stacks());
};

/**
 * What cdk-nag and cloudformation-validate say. Engines that cannot run fail the plan: nothing goes
 * unchecked.
 */
export const policy: StepRunner = async (slice) => {
  const draft = draftOf(slice);
  return judgeChecks(slice, await draft.policies(), await draft.stacks());
};

/** The monthly price after the change, and before it. */
export const price: StepRunner = async (slice) => {
  await draftOf(slice).estimates();
  return done();
};

import { draftOf } from "../plan/plan-draft";
import { done, type StepRunner } from "./slice";

/** The templates, made in the synthesis child. */
export const synthesize: StepRunner = async (slice) => {
  await draftOf(slice).stacks();
  return done();
};

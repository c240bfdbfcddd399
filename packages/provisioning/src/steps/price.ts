import { draftOf } from "../plan/plan-draft";
import { done, type StepRunner } from "./slice";

/** The monthly price after the change, and before it. */
export const price: StepRunner = async (slice) => {
  await draftOf(slice).estimates();
  return done();
};

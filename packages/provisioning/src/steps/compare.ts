import { draftOf } from "../plan/plan-draft";
import { done, type StepRunner } from "./slice";

/** What they would create, change, replace and delete against what is deployed. */
export const compare: StepRunner = async (slice) => {
  await draftOf(slice).changes();
  return done();
};

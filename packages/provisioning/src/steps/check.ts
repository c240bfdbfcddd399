import { draftOf } from "../plan-draft";
import { done, type StepRunner } from "../slice";

/** An ERROR among the checks ends the plan: such a template is never offered for approval. */
export const check: StepRunner = async (slice) => {
  const checks = await draftOf(slice).checks();
  const error = checks.find(({ severity }) => severity === "ERROR");
  if (!error) return done();
  return {
    is: "FAILED",
    failure: {
      code: "TEMPLATE_INVALID",
      message: error.message,
      remedy: error.remedy,
      stackKey: error.stackKey,
      logicalId: error.logicalId,
      resourceType: null,
    },
  };
};

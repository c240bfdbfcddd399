import { checkPolicies, loadPolicyEngines } from "@greenroom/infra-templates/policy";
import { message } from "@greenroom/messages";
import { answerParent } from "../warm-child/answer-parent";

/**
 * The child process of the policy step, apart from the one that synthesizes: the validator takes 300 MB. It
 * has no AWS credentials, speaks to nobody but its parent and ends with it.
 */
answerParent(
  checkPolicies,
  (reason, { blueprint }) => message("cloud.policyUnable", { blueprint, reason: reason.slice(0, 1000) }),
  loadPolicyEngines,
);

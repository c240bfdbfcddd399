export { createPolicyChecker, type PolicyCheckerOptions } from "./create-policy-checker";

export { createPolicyChecker } from "./create-policy-checker";

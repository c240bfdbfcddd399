export { checkPolicies } from "./check-policies";
export {
  POLICY_ENGINES,
  type PolicyEngine,
  type PolicyFinding,
  type PolicyReport,
  type PolicyStack,
} from "./finding";

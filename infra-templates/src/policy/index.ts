export { checkPolicies, loadPolicyEngines } from "./check-policies";
export type {
  PolicyEngine,
  PolicyFinding,
  PolicyReport,
  PolicyStack,
} from "./finding";

export { checkPolicies, loadPolicyEngines } from "./check-policies";
export type {
  PolicyFinding,
  PolicyReport,
  PolicyStack,
} from "./finding";

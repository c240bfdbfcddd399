export { lockBudgets } from "./commands/lock-budgets";
export { raiseRequestAlerts } from "./commands/raise-request-alerts";
export { estimateSpec } from "./queries/estimate-spec";
export { findBudgetImpacts } from "./queries/find-budget-impacts";
export { listTeamsWithGates } from "./queries/list-teams-with-gates";

import type { createCallerFactory } from "@greenroom/identity";
import type { Permission } from "@greenroom/identity/permissions";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import type { AppRouter } from "../src/server/app-router";

/** One of everything a team has. `ownerId` asked for all of it. */
export interface Team {
  id: string;
  ownerId: string;
  environmentId: string;
  requestId: string;
  runId: string;
  endedRunId: string;
  alertId: string;
  findingId: string;
  ignoreId: string;
}
export type Caller = ReturnType<ReturnType<typeof createCallerFactory<AppRouter["_def"]["record"]>>>;
export type Row = {
  /** What the table of permissions asks for; null: being signed in is enough. */
  permission: Permission | null;
  call: (caller: Caller, team: Team) => Promise<unknown>;
};

const spec = getBlueprint("ticketing").presets[0]!.spec as Record<string, unknown>;
export const ANOMALY = { day: "2026-03-01", service: "VPC", component: "NAT gateway" };

export const DISCOUNT = {
  name: "authorisation",
  service: "AmazonVPC",
  skuPrefix: "",
  percent: "10",
  startsOn: "2026-01-01",
  cloudAccountId: null,
  region: null,
  endsOn: null,
};

/** Who may call which procedure of costs. */
export const COST_ROWS: Record<string, Row> = {
  "costs.estimate": {
    permission: null,
    call: (caller) =>
      caller.costs.estimate({ blueprint: "ticketing", region: "us-east-1", stage: "dev", spec }),
  },
  "costs.advice": {
    permission: null,
    call: (caller) =>
      caller.costs.advice({ blueprint: "ticketing", region: "us-east-1", stage: "dev", spec }),
  },
  "costs.accounts": { permission: null, call: (caller) => caller.costs.accounts({}) },
  "costs.discounts": { permission: null, call: (caller) => caller.costs.discounts() },
  "costs.discountsOfEnvironment": {
    permission: "environment.view",
    call: (caller, { environmentId }) => caller.costs.discountsOfEnvironment({ environmentId }),
  },
  "costs.setDiscount": {
    permission: "discount.set",
    call: (caller) => caller.costs.setDiscount(DISCOUNT),
  },
  "costs.removeDiscount": {
    permission: "discount.set",
    call: (caller) => caller.costs.removeDiscount({ name: DISCOUNT.name }),
  },
  "costs.priceGaps": { permission: null, call: (caller) => caller.costs.priceGaps({}) },
  "costs.dashboard": { permission: null, call: (caller) => caller.costs.dashboard({}) },
  "costs.ofEnvironment": {
    permission: "environment.view",
    call: (caller, { environmentId }) => caller.costs.ofEnvironment({ environmentId }),
  },
  "costs.anomalies": { permission: null, call: (caller) => caller.costs.anomalies({}) },
  "costs.dismissAnomaly": {
    permission: "anomaly.dismiss",
    call: (caller, { environmentId }) =>
      caller.costs.dismissAnomaly({ environmentId, ...ANOMALY, reason: "A sale began." }),
  },
  "costs.budgets": { permission: null, call: (caller) => caller.costs.budgets({}) },
  "costs.budgetImpact": {
    permission: "budget.view",
    call: (caller, { id, environmentId }) =>
      caller.costs.budgetImpact({ teamId: id, environmentId, monthlyUsd: "10" }),
  },
  "costs.setBudget": {
    permission: "budget.set",
    call: (caller, { id }) =>
      caller.costs.setBudget({
        teamId: id,
        environmentId: null,
        monthlyUsd: "10",
        thresholds: [],
        version: 0,
      }),
  },
  "costs.removeBudget": {
    permission: "budget.set",
    call: (caller, { id, environmentId }) =>
      caller.costs.removeBudget({ teamId: id, environmentId, version: 1 }),
  },
  "costs.budgetAlerts": { permission: null, call: (caller) => caller.costs.budgetAlerts({}) },
  "costs.acknowledgeAlert": {
    permission: "budget.acknowledge",
    call: (caller, { alertId }) => caller.costs.acknowledgeAlert({ alertId }),
  },
  "costs.compareActual": { permission: null, call: (caller) => caller.costs.compareActual({}) },
};

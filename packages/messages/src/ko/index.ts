import { accounts } from "./messages/accounts";
import { cloud } from "./messages/cloud";
import { componentUnits } from "./messages/component-units";
import { components } from "./messages/components";
import { costs } from "./messages/costs";
import { drift } from "./messages/drift";
import { errors } from "./messages/errors";
import { inputs } from "./messages/inputs";
import { notices } from "./messages/notices";
import { pricing } from "./messages/pricing";
import { requests } from "./messages/requests";
import { resourceKinds } from "./messages/resource-kinds";
import { rules } from "./messages/rules";
import { runs } from "./messages/runs";
import { settings } from "./messages/settings";
import { trail } from "./messages/trail";
import { accounts as accountsPages } from "./pages/accounts";
import { audit as auditPages } from "./pages/audit";
import { budgets as budgetsPages } from "./pages/budgets";
import { catalog as catalogPages } from "./pages/catalog";
import { costs as costsPages } from "./pages/costs";
import { drift as driftPages } from "./pages/drift";
import { environments as environmentsPages } from "./pages/environments";
import { health as healthPages } from "./pages/health";
import { money as moneyPages } from "./pages/money";
import { policy as policyPages } from "./pages/policy";
import { requests as requestsPages } from "./pages/requests";
import { runs as runsPages } from "./pages/runs";
import { shell as shellPages } from "./pages/shell";

/** Texts of the pages, by the namespaces that the pages name. */
export const pages = {
  ...shellPages,
  ...moneyPages,
  ...costsPages,
  ...budgetsPages,
  ...catalogPages,
  ...requestsPages,
  ...policyPages,
  ...driftPages,
  ...healthPages,
  ...environmentsPages,
  ...runsPages,
  ...auditPages,
  ...accountsPages,
};

/** What `message` takes: everything that rows, errors, plans and events say. */
export const messages = {
  ...pricing,
  ...components,
  ...componentUnits,
  ...drift,
  ...errors,
  ...notices,
  ...inputs,
  ...requests,
  ...runs,
  ...costs,
  ...cloud,
  ...resourceKinds,
  ...rules,
  ...trail,
  ...accounts,
  ...settings,
};

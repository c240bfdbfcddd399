import { message } from "@greenroom/messages";
import { perMonth, perUsage } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

/**
 * Covers active users a month: editors and administrators (usage `editors_administrator_licenses`, one when
 * not given, for someone edits) and viewers (`viewer_licenses`). Not covered: Enterprise plugins.
 */
export const grafanaWorkspace: CostModel = {
  type: "AWS::Grafana::Workspace",
  service: "Managed Grafana",
  reads: [],
  withoutInfluence:
    "NotificationDestinations PermissionType AccountAccessType SamlConfiguration " +
    "OrganizationalUnits GrafanaVersion DataSources AuthenticationProviders VpcConfiguration " +
    "NetworkAccessControl ClientToken PluginAdminEnabled",
  usageKeys: ["editors_administrator_licenses", "viewer_licenses"],
  components: ({ usage }) => {
    const editors = usage.get("editors_administrator_licenses");
    return [
      perMonth({
        name: "Editor/administrator licenses",
        unit: "users",
        count: editors?.range ?? 1,
        price: grafana("editor or admin active user"),
        assumption: editors?.assumption ?? message("pricing.assumption.oneEditor"),
      }),
      perUsage({
        name: "Viewer licenses",
        unit: "users",
        price: grafana("viewer active user"),
        usageKey: "viewer_licenses",
        figure: usage.get("viewer_licenses"),
      }),
    ];
  },
};

function grafana(sku: string): PriceKey {
  return { service: "AmazonManagedGrafana", sku };
}

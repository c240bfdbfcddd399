import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  RowBuilder,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { DASHBOARDS, type DashboardKey } from "../model/dashboards";
import { portalParts, portalVariables } from "./portal-dashboard";
import { PRESET_PARTS } from "./preset-dashboards";
import { portalConstant, variablesFor } from "./variables";

/** On every dashboard of ours: they list each other by it. */
const TAG = "greenroom";

/**
 * The Grafana dashboards as code: the same address gives the same bytes.
 * @param portalUrl of Greenroom, without a slash at its end: where their links back lead
 */
export function buildDashboards(portalUrl: string): Record<DashboardKey, Dashboard> {
  const build = (key: DashboardKey) => buildDashboard(key, portalUrl);
  return {
    cluster: build("cluster"),
    redis: build("redis"),
    application: build("application"),
    business: build("business"),
    portal: build("portal"),
  };
}

function buildDashboard(key: DashboardKey, portalUrl: string): Dashboard {
  const { uid, title } = DASHBOARDS[key];
  const parts = key === "portal" ? portalParts() : PRESET_PARTS[key]();
  const builder = new DashboardBuilder(`Greenroom: ${title.en}`)
    .uid(uid)
    .tags([TAG])
    .timezone("browser")
    .time({ from: "now-3h", to: "now" })
    .refresh("1m")
    .tooltip(DashboardCursorSync.Crosshair)
    .readonly();
  parts.forEach((part, index) => {
    // Numbers that stay, for links to a single panel.
    if (part instanceof RowBuilder) builder.withRow(part.id(index + 1));
    else builder.withPanel(part.id(index + 1));
  });
  const text = JSON.stringify(parts.map((part) => part.build()));
  const variables = key === "portal" ? portalVariables() : variablesFor(text);
  const back = key === "portal" ? "/runs" : "/environments?search=${environment}";
  return builder
    .variables([...variables, portalConstant(portalUrl)])
    .links([
      new DashboardLinkBuilder("Greenroom")
        .type(DashboardLinkType.Link)
        .url(`\${portal}${back}`)
        .icon("external link")
        .targetBlank(true),
      new DashboardLinkBuilder("Dashboards")
        .type(DashboardLinkType.Dashboards)
        .tags([TAG])
        .asDropdown(true)
        .includeVars(true)
        .keepTime(true),
    ])
    .build();
}

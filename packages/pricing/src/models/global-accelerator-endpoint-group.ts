import { perUsage } from "../components";
import type { ComponentDraft, CostModel } from "../cost-model";
import { sumRanges } from "../ranges";
import type { UsageFigure } from "../usage";

const INBOUND = "monthly_inbound_data_transfer_gb";
const OUTBOUND = "monthly_outbound_data_transfer_gb";

/** Label, usage key (Infracost's), the edge as the price list has it. */
const EDGES = [
  ["US, Mexico, Canada", "us", "US, Mexico, Canada"],
  ["Europe", "europe", "Europe"],
  ["South Africa, Kenya", "south_africa", "South Africa, Kenya"],
  ["South America", "south_america", "South America"],
  ["South Korea", "south_korea", "South Korea"],
  ["Australia, New Zealand", "australia", "Australia, New Zealand"],
  ["Asia Pacific", "asia_pacific", "Asia Pacific"],
  ["Middle East", "middle_east", "Middle East"],
  ["India, Indonesia, Philippines, Thailand", "india", "India, Indonesia, Philippines, Thailand"],
] as const;

/**
 * Covers the premium on data between the group's region and edge locations, of the direction that dominates
 * over all of them, as AWS charges it: https://aws.amazon.com/global-accelerator/pricing/ (usage
 * `monthly_inbound_data_transfer_gb.<edge>`, `monthly_outbound_data_transfer_gb.<edge>`). The price is that
 * of the region in `EndpointGroupRegion`. Not covered: data transfer out itself.
 */
export const globalAcceleratorEndpointGroup: CostModel = {
  type: "AWS::GlobalAccelerator::EndpointGroup",
  service: "Global Accelerator",
  reads: ["EndpointGroupRegion"],
  withoutInfluence:
    "PortOverrides HealthCheckIntervalSeconds HealthCheckPath TrafficDialPercentage " +
    "HealthCheckProtocol ThresholdCount HealthCheckPort EndpointConfigurations",
  usageKeys: [`${INBOUND}.<edge>`, `${OUTBOUND}.<edge>`],
  components: ({ properties, region, usage }) => {
    const home = properties.text("EndpointGroupRegion") ?? region;
    const total = (prefix: string) =>
      sumRanges(EDGES.flatMap(([, key]) => usage.get(`${prefix}.${key}`)?.range ?? [])).expected;
    const isInbound = total(INBOUND).gte(total(OUTBOUND));
    const premiums = EDGES.flatMap(([label, key, edge]) => {
      const figure = usage.get(`${isInbound ? INBOUND : OUTBOUND}.${key}`);
      return figure ? [premium(label, edge, key, home, figure, isInbound)] : [];
    });
    const [label, key, edge] = EDGES[6];
    return premiums.length > 0 ? premiums : [premium(label, edge, key, home, null, false)];
  },
};

function premium(
  label: string,
  edge: string,
  key: string,
  home: string,
  figure: UsageFigure | null,
  isInbound: boolean,
): ComponentDraft {
  return perUsage({
    name: `${label}: ${isInbound ? "Inbound" : "Outbound"} DT-premium fee`,
    unit: "GB",
    price: {
      service: "AWSGlobalAccelerator",
      sku: `DT-premium ${home} region <-> ${edge} edge`,
      region: home,
    },
    usageKey: `${isInbound ? INBOUND : OUTBOUND}.${key}`,
    figure,
  });
}

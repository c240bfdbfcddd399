import { perHour, perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers node hours by type, and managed storage of RA3 nodes (usage `managed_storage_gb`).
 * Not covered: concurrency scaling, Spectrum, snapshots beyond the free ones, reserved nodes, Serverless.
 */
export const redshiftCluster: CostModel = {
  type: "AWS::Redshift::Cluster",
  service: "Redshift",
  reads: ["NodeType", "NumberOfNodes"],
  usageKeys: ["managed_storage_gb"],
  components: ({ properties, usage }) => {
    const type = properties.text("NodeType");
    return [
      perHour({
        name: `Cluster usage (on-demand, ${type ?? "unknown type"})`,
        count: properties.number("NumberOfNodes") ?? (properties.has("NumberOfNodes") ? null : 1),
        property: "NumberOfNodes",
        price: type ? { service: "AmazonRedshift", sku: `${type} node` } : null,
      }),
      ...(type?.startsWith("ra3")
        ? [
            perUsage({
              name: `Managed storage (${type})`,
              unit: "GB",
              price: { service: "AmazonRedshift", sku: "managed storage" },
              usageKey: "managed_storage_gb",
              figure: usage.get("managed_storage_gb"),
            }),
          ]
        : []),
    ];
  },
};

import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers ingestion (usage `monthly_data_ingested_gb`), storage after compression (`storage_gb`) and Logs
 * Insights queries (`monthly_data_scanned_gb`). VPC flow logs are counted here too, at the standard rate:
 * their own tiers start at the same price and fall above 10 TB, so a very large flow log is overstated. Not
 * covered: the 5 GB an account has free, live tail, data protection, subscription filters' targets.
 */
export const logsLogGroup: CostModel = {
  type: "AWS::Logs::LogGroup",
  service: "CloudWatch",
  reads: ["LogGroupClass"],
  notPriced: ["DataProtectionPolicy"],
  withoutInfluence: "RetentionInDays FieldIndexPolicies BearerTokenAuthenticationEnabled",
  usageKeys: ["monthly_data_ingested_gb", "storage_gb", "monthly_data_scanned_gb"],
  components: ({ properties, usage }) => {
    const isInfrequent = properties.text("LogGroupClass") === "INFREQUENT_ACCESS";
    const charge = (name: string, usageKey: string, sku: string) =>
      perUsage({
        name,
        unit: "GB",
        price: { service: "AmazonCloudWatch", sku },
        usageKey,
        figure: usage.get(usageKey),
      });
    return [
      charge(
        "Data ingested",
        "monthly_data_ingested_gb",
        isInfrequent ? "logs ingestion infrequent access" : "logs ingestion standard",
      ),
      charge("Archival Storage", "storage_gb", "logs storage"),
      charge("Insights queries data scanned", "monthly_data_scanned_gb", "Logs Insights scanned"),
    ];
  },
};

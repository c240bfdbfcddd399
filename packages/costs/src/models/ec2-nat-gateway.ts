import { perHour, perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers gateway hours and each GB processed (usage `monthly_data_processed_gb`).
 * Not covered: its public address (priced on the EIP), data transfer out and between zones.
 */
export const ec2NatGateway: CostModel = {
  type: "AWS::EC2::NatGateway",
  service: "VPC",
  components: ({ usage }) => [
    perHour({ name: "NAT gateway", price: { service: "AmazonVPC", sku: "NAT gateway hour" } }),
    perUsage({
      name: "Data processed",
      unit: "GB",
      price: { service: "AmazonVPC", sku: "NAT gateway data processed" },
      usageKey: "monthly_data_processed_gb",
      figure: usage.get("monthly_data_processed_gb"),
    }),
  ],
};

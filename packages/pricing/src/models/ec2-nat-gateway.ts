import { perHour, perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers gateway hours and each GB processed (usage `monthly_data_processed_gb`).
 * A regional gateway (`AvailabilityMode`) is charged per zone it spreads to, by SKUs of its own: unpriced
 * until sourced. Not covered: its public address (priced on the EIP), data transfer out and between zones.
 */
export const ec2NatGateway: CostModel = {
  type: "AWS::EC2::NatGateway",
  service: "VPC",
  reads: ["AvailabilityMode"],
  withoutInfluence:
    "SecondaryAllocationIds PrivateIpAddress ConnectivityType SecondaryPrivateIpAddresses " +
    "SecondaryPrivateIpAddressCount AllocationId MaxDrainDurationSeconds AvailabilityZoneAddresses",
  usageKeys: ["monthly_data_processed_gb"],
  components: ({ properties, usage }) => {
    const isRegional = properties.text("AvailabilityMode") === "regional";
    const price = (sku: string) => (isRegional ? null : { service: "AmazonVPC", sku });
    return [
      perHour({ name: "NAT gateway", price: price("NAT gateway hour") }),
      perUsage({
        name: "Data processed",
        unit: "GB",
        price: price("NAT gateway data processed"),
        usageKey: "monthly_data_processed_gb",
        figure: usage.get("monthly_data_processed_gb"),
      }),
    ];
  },
};

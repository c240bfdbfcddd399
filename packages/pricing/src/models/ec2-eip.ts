import { message } from "@greenroom/messages";
import { perHour } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers the hours of a public IPv4 address. AWS charges every address since 2024-02-01, attached or not
 * (https://aws.amazon.com/vpc/pricing/, "Public IPv4 address"), so attachment is not looked at.
 * Not covered: addresses of a pool you brought yourself (free), which the template marks by `PublicIpv4Pool`.
 */
export const ec2Eip: CostModel = {
  type: "AWS::EC2::EIP",
  service: "VPC",
  reads: ["PublicIpv4Pool"],
  withoutInfluence: "InstanceId TransferAddress Domain NetworkBorderGroup IpamPoolId Address",
  usageKeys: [],
  freeBecause: ({ properties }) => {
    const pool = properties.text("PublicIpv4Pool");
    return pool && pool !== "amazon" ? message("pricing.free.ownAddressPool") : null;
  },
  components: () => [
    perHour({
      name: "Public IPv4 address",
      price: { service: "AmazonVPC", sku: "public IPv4 address" },
      assumption: message("pricing.assumption.everyPublicAddress"),
    }),
  ],
};

import type { CostModel } from "../cost-model";
import { attachmentCharges } from "./transit-gateway-charges";

/**
 * Covers attachment hours and data sent to the gateway (usage `monthly_data_processed_gb`). Not covered: data
 * between regions.
 */
export const ec2TransitGatewayAttachment: CostModel = {
  type: "AWS::EC2::TransitGatewayAttachment",
  service: "VPC",
  reads: [],
  withoutInfluence: "Options TransitGatewayId",
  usageKeys: ["monthly_data_processed_gb"],
  components: ({ usage }) => attachmentCharges(usage),
};

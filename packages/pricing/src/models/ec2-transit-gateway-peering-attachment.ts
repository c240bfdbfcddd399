import type { CostModel } from "../cost-model";
import { attachmentHours } from "./transit-gateway-charges";

/**
 * Covers attachment hours. Data over a peering is not processed data. Not covered: data transfer between the
 * regions.
 */
export const ec2TransitGatewayPeeringAttachment: CostModel = {
  type: "AWS::EC2::TransitGatewayPeeringAttachment",
  service: "VPC",
  reads: [],
  withoutInfluence: "TransitGatewayId PeerTransitGatewayId PeerAccountId PeerRegion",
  usageKeys: [],
  components: () => [attachmentHours("Transit gateway attachment")],
};

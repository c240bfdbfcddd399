/** What Karpenter's NodePool asks for, and what the price of spot nodes is reckoned with. */
export const SPOT_NODE_TYPE = "t3.medium";

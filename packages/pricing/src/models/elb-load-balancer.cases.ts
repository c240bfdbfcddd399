import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an internal classic load balancer",
      properties: { Scheme: "internal" },
      parts: [["0.025", 730]],
    },
    {
      what: "a classic load balancer in two zones that it names itself: an address in each",
      properties: { AvailabilityZones: ["ap-northeast-2a", "ap-northeast-2c"] },
      parts: [
        ["0.025", 730],
        [2, "0.005", 730],
      ],
    },
  ],
  variants: [{ Subnets: ["a", "b"] }, { Subnets: [{ Ref: "Public" }] }],
  beside: { Public: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } } },
} satisfies TypeCases;

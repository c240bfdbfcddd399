import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a Kafka cluster of 3 brokers with 100 GB each",
      properties: {
        NumberOfBrokerNodes: 3,
        BrokerNodeGroupInfo: {
          InstanceType: "kafka.t3.small",
          StorageInfo: { EBSStorageInfo: { VolumeSize: 100 } },
        },
      },
      parts: [
        [3, "0.0569", 730],
        [300, "0.114"],
      ],
    },
    {
      what: "two brokers in Tokyo with 10 GB each: $0.5453 an hour, as its source works out",
      region: "ap-northeast-1",
      properties: {
        NumberOfBrokerNodes: 2,
        BrokerNodeGroupInfo: {
          InstanceType: "kafka.m5.large",
          StorageInfo: { EBSStorageInfo: { VolumeSize: 10 } },
        },
      },
      parts: [
        [2, "0.271", 730],
        [20, "0.12"],
      ],
    },
    {
      what: "four large brokers in Virginia (Infracost: msk_cluster.cluster-4-nodes)",
      region: "us-east-1",
      properties: { NumberOfBrokerNodes: 4, BrokerNodeGroupInfo: { InstanceType: "kafka.m5.24xlarge" } },
      parts: [["29433.6"], [400]],
    },
  ],
  variants: [{ NumberOfBrokerNodes: 3, BrokerNodeGroupInfo: { InstanceType: "kafka.m7g.large" } }],
  notSourced: ["AmazonMSK: kafka.m7g.large broker"],
} satisfies TypeCases;

import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a RabbitMQ cluster is one price by the hour and three volumes, which no source has priced in Seoul",
      properties: {
        EngineType: "RABBITMQ",
        DeploymentMode: "CLUSTER_MULTI_AZ",
        HostInstanceType: "mq.m7g.large",
      },
      usage: { storage_size_gb: 10 },
      unpriced: {
        "Instance usage (RabbitMQ, mq.m7g.large, cluster_multi_az)": 730,
        "Storage (RabbitMQ, EBS)": 30,
      },
    },
    {
      what: "a RabbitMQ cluster in Virginia (Infracost: mq_broker.my_aws_mq_broker_rabbitmq_cluster)",
      region: "us-east-1",
      properties: {
        EngineType: "RABBITMQ",
        DeploymentMode: "CLUSTER_MULTI_AZ",
        HostInstanceType: "mq.m5.xlarge",
      },
      usage: { storage_size_gb: 10 },
      parts: [["1261.44"], [3]],
    },
    {
      what: "an active broker and its standby in Virginia are one price (Infracost: mq_broker.my_aws_mq_broker_activemq_standby_efs)",
      region: "us-east-1",
      properties: {
        EngineType: "ACTIVEMQ",
        DeploymentMode: "ACTIVE_STANDBY_MULTI_AZ",
        HostInstanceType: "mq.m5.large",
      },
      usage: { storage_size_gb: 10 },
      parts: [["420.48"], [3]],
    },
  ],
  variants: [{ EngineType: "RABBITMQ" }],
} satisfies TypeCases;

import type { Figure } from "./worked-figures";

/** Streams, message brokers and search domains: what data passes through and is found in. */
export const STREAM_FIGURES: readonly Figure[] = [
  {
    what: "a Kafka cluster of 3 brokers with 100 GB each",
    type: "AWS::MSK::Cluster",
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
    type: "AWS::MSK::Cluster",
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
    type: "AWS::MSK::Cluster",
    region: "us-east-1",
    properties: { NumberOfBrokerNodes: 4, BrokerNodeGroupInfo: { InstanceType: "kafka.m5.24xlarge" } },
    parts: [["29433.6"], [400]],
  },
  {
    what: "a stream of two shards, whose long retention no source has priced in Seoul",
    type: "AWS::Kinesis::Stream",
    properties: { ShardCount: 2 },
    usage: { monthly_provisioned_long_term_retention_gb: 30, monthly_provisioned_efo_consumer_hours: 100 },
    parts: [
      [1460, "0.0185"],
      [100, "0.0185"],
    ],
    unpriced: { "Long term retention (7D+)": 30 },
  },
  {
    what: "four shards in Virginia and 6.5M put units (Infracost: kinesis_stream.test_stream_provisioned_with_usage)",
    type: "AWS::Kinesis::Stream",
    region: "us-east-1",
    properties: { ShardCount: 4 },
    usage: {
      monthly_provisioned_put_units: 6_500_000,
      monthly_provisioned_extended_retention_gb: 100,
      monthly_provisioned_long_term_retention_gb: 100,
      monthly_provisioned_long_term_retrieval_gb: 100,
      monthly_provisioned_efo_data_out_gb: 100,
      monthly_provisioned_efo_consumer_hours: 100,
    },
    parts: [["43.80"], ["6.5", "0.014"], [2], ["2.3"], ["2.1"], ["1.3"], ["1.5"]],
  },
  {
    what: "an on-demand stream in Virginia",
    type: "AWS::Kinesis::Stream",
    region: "us-east-1",
    properties: { StreamModeDetails: { StreamMode: "ON_DEMAND" } },
    usage: {
      monthly_on_demand_data_in_gb: 200,
      monthly_on_demand_data_out_gb: 300,
      monthly_on_demand_efo_data_out_gb: 20,
      monthly_on_demand_extended_retention_gb: 10,
      monthly_on_demand_long_term_retention_gb: 5,
    },
    parts: [["29.20"], [200, "0.08"], [300, "0.04"], [20, "0.05"], [10, "0.1"], [5, "0.023"]],
  },
  {
    what: "a delivery stream in London: 1,000 GB at the first tier (Infracost: kinesis_firehose_delivery_stream)",
    type: "AWS::KinesisFirehose::DeliveryStream",
    region: "eu-west-2",
    usage: { monthly_data_ingested_gb: 1000 },
    parts: [[1000, "0.035"]],
  },
  {
    what: "a search domain in London (Infracost: elasticsearch_domain.test_cluster)",
    type: "AWS::Elasticsearch::Domain",
    region: "eu-west-2",
    parts: [["0.184", 730]],
  },
  {
    what: "a search domain in Virginia with a master and warm nodes (Infracost: opensearch_domain.gp2)",
    type: "AWS::OpenSearchService::Domain",
    region: "us-east-1",
    properties: {
      ClusterConfig: {
        InstanceType: "c4.2xlarge.search",
        InstanceCount: 3,
        DedicatedMasterEnabled: true,
        DedicatedMasterType: "c4.8xlarge.search",
        DedicatedMasterCount: 1,
        WarmEnabled: true,
        WarmType: "ultrawarm1.medium.search",
        WarmCount: 2,
      },
      EBSOptions: { EBSEnabled: true, VolumeType: "gp2", VolumeSize: 100 },
    },
    parts: [["1285.53"], [300, "0.135"], ["1713.31"], ["347.48"]],
  },
  {
    what: "a search domain in Virginia of the older type",
    type: "AWS::Elasticsearch::Domain",
    region: "us-east-1",
    properties: {
      ElasticsearchClusterConfig: { InstanceType: "c4.2xlarge.elasticsearch", InstanceCount: 2 },
      EBSOptions: { EBSEnabled: true, VolumeType: "io1", VolumeSize: 500, Iops: 1000 },
    },
    parts: [
      [1460, "0.587"],
      [1000, "0.169"],
      [2000, "0.088"],
    ],
  },
  {
    what: "a search domain of three nodes, which no source has priced in Seoul",
    type: "AWS::OpenSearchService::Domain",
    properties: { ClusterConfig: { InstanceType: "m7g.large.search", InstanceCount: 3 } },
    unpriced: { "Instance (on-demand, m7g.large.search)": 2190 },
  },
  {
    what: "two gp3 volumes of 4,000 GB at 700 MB/s, of which 2 × 250 are included, and three masters",
    type: "AWS::OpenSearchService::Domain",
    properties: {
      ClusterConfig: {
        InstanceType: "m7g.large.search",
        InstanceCount: 2,
        DedicatedMasterEnabled: true,
        DedicatedMasterType: "m7g.medium.search",
      },
      EBSOptions: { EBSEnabled: true, VolumeType: "gp3", VolumeSize: 4000, Throughput: 700 },
    },
    unpriced: {
      "Storage (gp3)": 8000,
      "Throughput (gp3)": 400,
      "Dedicated master (on-demand, m7g.medium.search)": 2190,
    },
  },
  {
    what: "a RabbitMQ cluster is one price by the hour and three volumes, which no source has priced in Seoul",
    type: "AWS::AmazonMQ::Broker",
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
    type: "AWS::AmazonMQ::Broker",
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
    type: "AWS::AmazonMQ::Broker",
    region: "us-east-1",
    properties: {
      EngineType: "ACTIVEMQ",
      DeploymentMode: "ACTIVE_STANDBY_MULTI_AZ",
      HostInstanceType: "mq.m5.large",
    },
    usage: { storage_size_gb: 10 },
    parts: [["420.48"], [3]],
  },
];

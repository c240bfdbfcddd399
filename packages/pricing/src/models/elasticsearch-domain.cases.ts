import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a search domain in London (Infracost: elasticsearch_domain.test_cluster)",
      region: "eu-west-2",
      parts: [["0.184", 730]],
    },
    {
      what: "a search domain in Virginia of the older type",
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
  ],
  variants: [
    { EBSOptions: { EBSEnabled: true, VolumeType: "gp3", VolumeSize: 100, Throughput: 250 } },
    {
      ElasticsearchClusterConfig: { DedicatedMasterEnabled: true, WarmEnabled: true },
      EBSOptions: { EBSEnabled: true, VolumeType: "io1", Iops: 1000 },
    },
  ],
  notSourced: ["AmazonOpenSearch: gp3 throughput"],
  terraform: { aws_elasticsearch_domain: () => ({}) },
} satisfies TypeCases;

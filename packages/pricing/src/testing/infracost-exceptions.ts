/** Where we differ from Infracost's golden cases on purpose: address of the case, component (as a pattern), why. */
export const ON_PURPOSE: readonly (readonly [address: RegExp, component: RegExp, reason: string])[] = [
  [
    /^aws_s3_bucket\.bucket_withUsage$/,
    /^Glacier flexible retrieval: Retrieval requests \(standard\)$/,
    "Two lists of 2025 have 0.05 for a thousand; the golden test's 0.03 is of 2024.",
  ],
  [
    /^aws_dynamodb_table\.my_dynamodb_table$/,
    /^Global table/,
    "CloudFormation has replicas on GlobalTable only, where writes are replicated writes and no WCU is charged beside.",
  ],
  [
    /^aws_sns_topic\.sns_topic_customSmsPrice$/,
    /^(SMS notifications|API requests)/,
    "What an account has free belongs to the account, not to each topic, so nothing is deducted here.",
  ],
  [
    /^aws_(lb|alb)\./,
    /^Public IPv4 address$/,
    "AWS charges every public IPv4 address since 2024-02-01, those of load balancers too.",
  ],
  [
    /^aws_eks_cluster\.extended_support/,
    /^EKS cluster/,
    "The control plane (0.10) and the surcharge (0.50) are two SKUs and two lines of the bill; their sum is Infracost's 438.",
  ],
  [
    /^aws_eks_node_group\.example_with_launch_template_2$/,
    /^EBS-optimized usage$/,
    "Current types include EBS optimisation; a line of 0 says nothing.",
  ],
  [
    /^aws_cloudfront_distribution\.s3_distribution_(2|3)/,
    /^Real-time log requests$/,
    "The case has standard access logs, which are free; real-time logs have a configuration of their own.",
  ],
  [
    /io_optimized$/,
    /^I\/O requests$/,
    "I/O-Optimized storage includes I/O: https://aws.amazon.com/rds/aurora/pricing/.",
  ],
  [
    /_(all|partial)_upfront$/,
    /reserved/,
    "What is paid upfront belongs to the months of the term; Infracost leaves it out, so its figure is too low.",
  ],
  [
    /^aws_(opensearch|elasticsearch)_domain\./,
    /^Storage/,
    "Each data node has a volume of the size that is given; Infracost counts one for all of them.",
  ],
  [
    /^aws_msk_cluster\.cluster-autoscaling/,
    /^Storage/,
    "Storage of brokers grows and never shrinks, so it is what the cluster declares; Infracost takes the target's minimum.",
  ],
  [
    /^aws_redshift_cluster\./,
    /^Backup storage/,
    "The second tier ends at 500 TB, as its name says; Infracost makes it 500 TB wide.",
  ],
  [
    /^aws_db_instance\.(aurora|extended_support\["aurora)/,
    /^(Storage|Additional backup)/,
    "Aurora's storage and backups are charged on the cluster.",
  ],
  [
    /^aws_glue_job\.job_no_usage$/,
    /^Duration$/,
    "A job that names no capacity gets 10 units: https://docs.aws.amazon.com/glue/latest/webapi/API_Job.html.",
  ],
];

/** Cases whose usage file names them by a wildcard, which the collection lost: the figures their quantities come from. */
export const LOST_USAGE: readonly (readonly [RegExp, Record<string, number>])[] = [
  [
    /^aws_cloudwatch_log_group\.logs_count_withUsage/,
    { monthly_data_ingested_gb: 1000, storage_gb: 500, monthly_data_scanned_gb: 250 },
  ],
  [/^aws_cloudfront_function\./, { monthly_requests: 200_000 }],
];

/** FIFO topics with subscriptions: resources beside the topic that the case leaves out. */
export const SUBSCRIPTIONS: Readonly<Record<string, number>> = {
  "aws_sns_topic.sns_fifo_topic_withSubscriptions": 1,
  "aws_sns_topic.sns_fifo_topic_withUsageAndSubscriptions": 3,
};

const VOLUME = { DeviceName: "/dev/xvda", Ebs: { VolumeSize: 20, VolumeType: "gp2" } };
const TEMPLATE = {
  InstanceType: "t3.medium",
  Monitoring: { Enabled: true },
  Placement: { Tenancy: "dedicated" },
  BlockDeviceMappings: [{ DeviceName: "xvdc", Ebs: { VolumeSize: 10, VolumeType: "io1", Iops: 100 } }],
};

/** Launch templates that cases name and leave out, as their components show them. */
export const LAUNCH_TEMPLATES: Readonly<Record<string, object>> = {
  "aws_eks_node_group.example_with_launch_template": { BlockDeviceMappings: [VOLUME] },
  "aws_eks_node_group.example_with_launch_template_2": {
    InstanceType: "m5.xlarge",
    BlockDeviceMappings: [VOLUME],
  },
  "aws_eks_node_group.lt_usage": {
    InstanceType: "t2.medium",
    BlockDeviceMappings: [{ ...VOLUME, Ebs: { VolumeSize: 10 } }],
  },
  "aws_instance.instance_withLaunchTemplateOverride": TEMPLATE,
  "aws_instance.instance_withLaunchTemplateByName": TEMPLATE,
};

/** Scaling targets that cases leave out, as their quantities show them: dimension → minimum, or usage `capacity` where the golden has it. */
export const SCALING_TARGETS: Readonly<
  Record<string, Readonly<Record<string, number | { capacity: number }>>>
> = {
  "aws_elasticache_replication_group.cluster-autoscale": {
    "elasticache:replication-group:NodeGroups": 8,
    "elasticache:replication-group:Replicas": 5,
  },
  "aws_elasticache_replication_group.cluster-autoscale-usage": {
    "elasticache:replication-group:NodeGroups": { capacity: 10 },
  },
  "aws_dynamodb_table.autoscale_dynamodb_table_usage": {
    "dynamodb:table:WriteCapacityUnits": { capacity: 77 },
    "dynamodb:table:ReadCapacityUnits": { capacity: 76 },
  },
  "aws_dynamodb_table.autoscale_dynamodb_table_literal_ref": { "dynamodb:table:ReadCapacityUnits": 56 },
};

import {
  type Attributes,
  type CloudFormationResource,
  first,
  type Translations,
} from "./terraform-attributes";
import { COMPUTE_TRANSLATIONS } from "./terraform-compute";
import { DATABASE_TRANSLATIONS } from "./terraform-databases";
import { EDGE_TRANSLATIONS } from "./terraform-edge";

const PLAIN: Readonly<Record<string, string>> = {
  aws_nat_gateway: "AWS::EC2::NatGateway",
  aws_eip: "AWS::EC2::EIP",
  aws_cloudwatch_event_bus: "AWS::Events::EventBus",
  aws_cloudwatch_log_group: "AWS::Logs::LogGroup",
  aws_s3_bucket: "AWS::S3::Bucket",
  aws_secretsmanager_secret: "AWS::SecretsManager::Secret",
  aws_data_transfer: "AWS::EC2::VPC",
  aws_ecr_repository: "AWS::ECR::Repository",
  aws_backup_vault: "AWS::Backup::BackupVault",
  aws_config_config_rule: "AWS::Config::ConfigRule",
  aws_config_configuration_recorder: "AWS::Config::ConfigurationRecorder",
  aws_grafana_workspace: "AWS::Grafana::Workspace",
  aws_globalaccelerator_accelerator: "AWS::GlobalAccelerator::Accelerator",
  aws_eks_fargate_profile: "AWS::EKS::FargateProfile",
  aws_cloudfront_function: "AWS::CloudFront::Function",
  aws_route53_zone: "AWS::Route53::HostedZone",
  aws_route53_record: "AWS::Route53::RecordSet",
  aws_elasticsearch_domain: "AWS::Elasticsearch::Domain",
};

/** How Terraform's attributes of a case say the same in CloudFormation. */
const TRANSLATIONS: Translations = {
  ...COMPUTE_TRANSLATIONS,
  ...DATABASE_TRANSLATIONS,
  ...EDGE_TRANSLATIONS,
  aws_vpc_endpoint: ({ vpc_endpoint_type, subnet_ids }) => ({
    Type: "AWS::EC2::VPCEndpoint",
    Properties: { VpcEndpointType: vpc_endpoint_type, SubnetIds: subnet_ids },
  }),
  aws_sqs_queue: ({ fifo_queue = false }) => ({
    Type: "AWS::SQS::Queue",
    Properties: { FifoQueue: fifo_queue },
  }),
  aws_lambda_function: ({ architectures, memory_size, ephemeral_storage }) => ({
    Type: "AWS::Lambda::Function",
    Properties: {
      ...(architectures !== undefined && { Architectures: architectures }),
      ...(memory_size !== undefined && { MemorySize: memory_size }),
      ...(ephemeral_storage !== undefined && { EphemeralStorage: { Size: first(ephemeral_storage)?.size } }),
    },
  }),
  aws_cloudwatch_metric_alarm: (attributes) => ({
    Type: "AWS::CloudWatch::Alarm",
    Properties: {
      ComparisonOperator: attributes.comparison_operator,
      ...(attributes.period !== undefined && { Period: attributes.period }),
      ...(Array.isArray(attributes.metric_query) && {
        Metrics: (attributes.metric_query as Attributes[]).map(({ id, metric }) => ({
          Id: id,
          ...(first(metric) && { MetricStat: { Period: first(metric)?.period } }),
        })),
      }),
    },
  }),
  aws_kms_key: ({ customer_master_key_spec }) => ({
    Type: "AWS::KMS::Key",
    Properties: customer_master_key_spec === undefined ? {} : { KeySpec: customer_master_key_spec },
  }),
  aws_sns_topic: ({ fifo_topic = false }) => ({
    Type: "AWS::SNS::Topic",
    Properties: { FifoTopic: fifo_topic },
  }),
  aws_ssm_parameter: ({ tier }) => ({ Type: "AWS::SSM::Parameter", Properties: { Tier: tier } }),
  aws_cloudtrail: ({ insight_selector }) => ({
    Type: "AWS::CloudTrail::Trail",
    Properties: insight_selector === undefined ? {} : { InsightSelectors: insight_selector },
  }),
  aws_kinesis_firehose_delivery_stream: (attributes) => {
    const conversion = first(
      first(attributes.extended_s3_configuration)?.data_format_conversion_configuration,
    );
    const vpc = first(first(attributes.elasticsearch_configuration)?.vpc_config);
    return {
      Type: "AWS::KinesisFirehose::DeliveryStream",
      Properties: {
        ...(conversion && {
          ExtendedS3DestinationConfiguration: {
            DataFormatConversionConfiguration: { Enabled: conversion.enabled ?? true },
          },
        }),
        ...(vpc && {
          ElasticsearchDestinationConfiguration: { VpcConfiguration: { SubnetIds: vpc.subnet_ids } },
        }),
      },
    };
  },
};

/** Null when the type is not modelled. */
export function toCloudFormation(type: string, attributes: Attributes): CloudFormationResource | null {
  const plain = PLAIN[type];
  return plain ? { Type: plain, Properties: {} } : (TRANSLATIONS[type]?.(attributes) ?? null);
}

/** Nested usage ("standard: storage_gb:") as the dotted keys that models read; words become part of their key. */
export function flattenUsage(usage: Record<string, unknown>, prefix = ""): Record<string, number> {
  return Object.fromEntries(
    Object.entries(usage).flatMap(([key, value]): [string, number][] => {
      if (typeof value === "object" && value !== null) {
        return Object.entries(flattenUsage(value as Record<string, unknown>, `${prefix}${key}.`));
      }
      const isWord = typeof value === "string" && Number.isNaN(Number(value));
      return [isWord ? [`${prefix}${key}.${value}`, 1] : [`${prefix}${key}`, Number(value)]];
    }),
  );
}

type Attributes = Record<string, unknown>;
export interface CloudFormationResource {
  Type: string;
  Properties: Record<string, unknown>;
}

/** How Terraform's attributes of a case say the same in CloudFormation. A type without an entry has no model here yet. */
const TRANSLATIONS: Record<string, (attributes: Attributes) => CloudFormationResource> = {
  aws_nat_gateway: () => ({ Type: "AWS::EC2::NatGateway", Properties: {} }),
  aws_eip: () => ({ Type: "AWS::EC2::EIP", Properties: {} }),
  aws_vpc_endpoint: ({ vpc_endpoint_type, subnet_ids }) => ({
    Type: "AWS::EC2::VPCEndpoint",
    Properties: { VpcEndpointType: vpc_endpoint_type, SubnetIds: subnet_ids },
  }),
  aws_dynamodb_table: (attributes) => ({
    Type: "AWS::DynamoDB::Table",
    Properties: {
      BillingMode: attributes.billing_mode,
      ProvisionedThroughput: {
        ReadCapacityUnits: attributes.read_capacity,
        WriteCapacityUnits: attributes.write_capacity,
      },
      PointInTimeRecoverySpecification: {
        PointInTimeRecoveryEnabled: first(attributes.point_in_time_recovery)?.enabled ?? false,
      },
    },
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
  aws_cloudwatch_event_bus: () => ({ Type: "AWS::Events::EventBus", Properties: {} }),
  aws_cloudwatch_log_group: () => ({ Type: "AWS::Logs::LogGroup", Properties: {} }),
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
  aws_s3_bucket: () => ({ Type: "AWS::S3::Bucket", Properties: {} }),
  aws_secretsmanager_secret: () => ({ Type: "AWS::SecretsManager::Secret", Properties: {} }),
};

/** Null when the type is not modelled. */
export function toCloudFormation(type: string, attributes: Attributes): CloudFormationResource | null {
  return TRANSLATIONS[type]?.(attributes) ?? null;
}

/** Blocks of HCL arrive as lists of one. */
function first(block: unknown): Attributes | undefined {
  return Array.isArray(block) ? (block[0] as Attributes) : undefined;
}

/** Nested usage ("standard: storage_gb:") as the dotted keys that models read. */
export function flattenUsage(usage: Record<string, unknown>, prefix = ""): Record<string, number> {
  return Object.fromEntries(
    Object.entries(usage).flatMap(([key, value]): [string, number][] =>
      typeof value === "object" && value !== null
        ? Object.entries(flattenUsage(value as Record<string, unknown>, `${prefix}${key}.`))
        : [[`${prefix}${key}`, Number(value)]],
    ),
  );
}

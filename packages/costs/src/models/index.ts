import type { CostModel } from "../cost-model";
import { apsWorkspace } from "./aps-workspace";
import { autoScalingAutoScalingGroup } from "./autoscaling-auto-scaling-group";
import { backupBackupVault } from "./backup-backup-vault";
import { cloudFrontDistribution } from "./cloudfront-distribution";
import { cloudFrontFunction } from "./cloudfront-function";
import { cloudTrailTrail } from "./cloudtrail-trail";
import { cloudWatchAlarm } from "./cloudwatch-alarm";
import { cloudWatchCompositeAlarm } from "./cloudwatch-composite-alarm";
import { cloudWatchDashboard } from "./cloudwatch-dashboard";
import { configConfigRule } from "./config-config-rule";
import { configConfigurationRecorder } from "./config-configuration-recorder";
import { configConformancePack } from "./config-conformance-pack";
import { configOrganizationConfigRule } from "./config-organization-config-rule";
import { dynamoDbGlobalTable } from "./dynamodb-global-table";
import { dynamoDbTable } from "./dynamodb-table";
import { ec2Eip } from "./ec2-eip";
import { ec2Instance } from "./ec2-instance";
import { ec2NatGateway } from "./ec2-nat-gateway";
import { ec2TransitGatewayAttachment } from "./ec2-transit-gateway-attachment";
import { ec2TransitGatewayPeeringAttachment } from "./ec2-transit-gateway-peering-attachment";
import { ec2TransitGatewayVpcAttachment } from "./ec2-transit-gateway-vpc-attachment";
import { ec2Volume } from "./ec2-volume";
import { ec2Vpc } from "./ec2-vpc";
import { ec2VpcEndpoint } from "./ec2-vpc-endpoint";
import { ecrRepository } from "./ecr-repository";
import { eksCluster } from "./eks-cluster";
import { eksFargateProfile } from "./eks-fargate-profile";
import { eksNodegroup } from "./eks-nodegroup";
import { elastiCacheCacheCluster } from "./elasticache-cache-cluster";
import { elastiCacheReplicationGroup } from "./elasticache-replication-group";
import { elastiCacheServerlessCache } from "./elasticache-serverless-cache";
import { elasticsearchDomain } from "./elasticsearch-domain";
import { elbV2LoadBalancer } from "./elbv2-load-balancer";
import { eventsArchive } from "./events-archive";
import { eventsEventBus } from "./events-event-bus";
import { fisExperimentTemplate } from "./fis-experiment-template";
import { globalAcceleratorAccelerator } from "./global-accelerator-accelerator";
import { globalAcceleratorEndpointGroup } from "./global-accelerator-endpoint-group";
import { grafanaWorkspace } from "./grafana-workspace";
import { kinesisFirehoseDeliveryStream } from "./kinesis-firehose-delivery-stream";
import { kmsKey } from "./kms-key";
import { lambdaFunction } from "./lambda-function";
import { logsLogGroup } from "./logs-log-group";
import { openSearchServiceDomain } from "./opensearchservice-domain";
import { rdsDbCluster } from "./rds-db-cluster";
import { rdsDbInstance } from "./rds-db-instance";
import { route53HealthCheck } from "./route53-health-check";
import { route53HostedZone } from "./route53-hosted-zone";
import { route53RecordSet } from "./route53-record-set";
import { s3Bucket } from "./s3-bucket";
import { schedulerSchedule } from "./scheduler-schedule";
import { secretsManagerSecret } from "./secrets-manager-secret";
import { securityHubHub } from "./securityhub-hub";
import { snsTopic } from "./sns-topic";
import { sqsQueue } from "./sqs-queue";
import { ssmParameter } from "./ssm-parameter";
import { stepFunctionsStateMachine } from "./stepfunctions-state-machine";
import { syntheticsCanary } from "./synthetics-canary";
import { wafV2WebAcl } from "./wafv2-web-acl";

const all: readonly CostModel[] = [
  apsWorkspace,
  autoScalingAutoScalingGroup,
  backupBackupVault,
  cloudFrontDistribution,
  cloudFrontFunction,
  cloudTrailTrail,
  cloudWatchAlarm,
  cloudWatchCompositeAlarm,
  cloudWatchDashboard,
  configConfigRule,
  configConfigurationRecorder,
  configConformancePack,
  configOrganizationConfigRule,
  dynamoDbGlobalTable,
  dynamoDbTable,
  ec2Eip,
  ec2Instance,
  ec2NatGateway,
  ec2TransitGatewayAttachment,
  ec2TransitGatewayPeeringAttachment,
  ec2TransitGatewayVpcAttachment,
  ec2Volume,
  ec2VpcEndpoint,
  ec2Vpc,
  ecrRepository,
  eksCluster,
  eksFargateProfile,
  eksNodegroup,
  elastiCacheCacheCluster,
  elastiCacheReplicationGroup,
  elastiCacheServerlessCache,
  elasticsearchDomain,
  elbV2LoadBalancer,
  eventsArchive,
  eventsEventBus,
  fisExperimentTemplate,
  globalAcceleratorAccelerator,
  globalAcceleratorEndpointGroup,
  grafanaWorkspace,
  kinesisFirehoseDeliveryStream,
  kmsKey,
  lambdaFunction,
  logsLogGroup,
  openSearchServiceDomain,
  rdsDbCluster,
  rdsDbInstance,
  route53HealthCheck,
  route53HostedZone,
  route53RecordSet,
  s3Bucket,
  schedulerSchedule,
  secretsManagerSecret,
  securityHubHub,
  snsTopic,
  sqsQueue,
  ssmParameter,
  stepFunctionsStateMachine,
  syntheticsCanary,
  wafV2WebAcl,
];

/** The priced types, by CloudFormation type name. */
export const COST_MODELS: ReadonlyMap<string, CostModel> = new Map(all.map((model) => [model.type, model]));

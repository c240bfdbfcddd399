import type { CostModel } from "../cost-model";
import { acmPcaCertificateAuthority } from "./acmpca-certificate-authority";
import { amazonMqBroker } from "./amazonmq-broker";
import { apiGatewayRestApi } from "./apigateway-rest-api";
import { apiGatewayStage } from "./apigateway-stage";
import { apiGatewayV2Api } from "./apigatewayv2-api";
import { apsWorkspace } from "./aps-workspace";
import { autoScalingAutoScalingGroup } from "./autoscaling-auto-scaling-group";
import { backupBackupVault } from "./backup-backup-vault";
import { certificateManagerCertificate } from "./certificatemanager-certificate";
import { cloudFrontDistribution } from "./cloudfront-distribution";
import { cloudFrontFunction } from "./cloudfront-function";
import { cloudTrailTrail } from "./cloudtrail-trail";
import { cloudWatchAlarm } from "./cloudwatch-alarm";
import { cloudWatchCompositeAlarm } from "./cloudwatch-composite-alarm";
import { cloudWatchDashboard } from "./cloudwatch-dashboard";
import { codeBuildProject } from "./codebuild-project";
import { cognitoUserPoolClient } from "./cognito-user-pool-client";
import { configConfigRule } from "./config-config-rule";
import { configConfigurationRecorder } from "./config-configuration-recorder";
import { configConformancePack } from "./config-conformance-pack";
import { configOrganizationConfigRule } from "./config-organization-config-rule";
import { dmsReplicationInstance } from "./dms-replication-instance";
import { docDbDbCluster } from "./docdb-db-cluster";
import { docDbDbInstance } from "./docdb-db-instance";
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
import { ec2VpnConnection } from "./ec2-vpn-connection";
import { ecrRepository } from "./ecr-repository";
import { ecsService } from "./ecs-service";
import { efsFileSystem } from "./efs-file-system";
import { eksAddon } from "./eks-addon";
import { eksCluster } from "./eks-cluster";
import { eksFargateProfile } from "./eks-fargate-profile";
import { eksNodegroup } from "./eks-nodegroup";
import { elastiCacheCacheCluster } from "./elasticache-cache-cluster";
import { elastiCacheReplicationGroup } from "./elasticache-replication-group";
import { elastiCacheServerlessCache } from "./elasticache-serverless-cache";
import { elasticsearchDomain } from "./elasticsearch-domain";
import { elbLoadBalancer } from "./elb-load-balancer";
import { elbV2LoadBalancer } from "./elbv2-load-balancer";
import { eventsArchive } from "./events-archive";
import { eventsEventBus } from "./events-event-bus";
import { fisExperimentTemplate } from "./fis-experiment-template";
import { globalAcceleratorAccelerator } from "./global-accelerator-accelerator";
import { globalAcceleratorEndpointGroup } from "./global-accelerator-endpoint-group";
import { glueJob } from "./glue-job";
import { grafanaWorkspace } from "./grafana-workspace";
import { kinesisFirehoseDeliveryStream } from "./kinesis-firehose-delivery-stream";
import { kinesisStream } from "./kinesis-stream";
import { kmsKey } from "./kms-key";
import { lambdaAlias } from "./lambda-alias";
import { lambdaFunction } from "./lambda-function";
import { lambdaVersion } from "./lambda-version";
import { logsLogGroup } from "./logs-log-group";
import { logsMetricFilter } from "./logs-metric-filter";
import { mskCluster } from "./msk-cluster";
import { openSearchServiceDomain } from "./opensearchservice-domain";
import { rdsDbCluster } from "./rds-db-cluster";
import { rdsDbInstance } from "./rds-db-instance";
import { rdsDbProxy } from "./rds-db-proxy";
import { redshiftCluster } from "./redshift-cluster";
import { route53HealthCheck } from "./route53-health-check";
import { route53HostedZone } from "./route53-hosted-zone";
import { route53RecordSet } from "./route53-record-set";
import { route53RecordSetGroup } from "./route53-record-set-group";
import { route53ResolverResolverEndpoint } from "./route53resolver-resolver-endpoint";
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
  acmPcaCertificateAuthority,
  amazonMqBroker,
  apiGatewayRestApi,
  apiGatewayStage,
  apiGatewayV2Api,
  apsWorkspace,
  autoScalingAutoScalingGroup,
  backupBackupVault,
  certificateManagerCertificate,
  cloudFrontDistribution,
  cloudFrontFunction,
  cloudTrailTrail,
  cloudWatchAlarm,
  cloudWatchCompositeAlarm,
  cloudWatchDashboard,
  codeBuildProject,
  cognitoUserPoolClient,
  configConfigRule,
  configConfigurationRecorder,
  configConformancePack,
  configOrganizationConfigRule,
  dmsReplicationInstance,
  docDbDbCluster,
  docDbDbInstance,
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
  ec2VpnConnection,
  ecrRepository,
  ecsService,
  efsFileSystem,
  eksAddon,
  eksCluster,
  eksFargateProfile,
  eksNodegroup,
  elastiCacheCacheCluster,
  elastiCacheReplicationGroup,
  elastiCacheServerlessCache,
  elasticsearchDomain,
  elbLoadBalancer,
  elbV2LoadBalancer,
  eventsArchive,
  eventsEventBus,
  fisExperimentTemplate,
  globalAcceleratorAccelerator,
  globalAcceleratorEndpointGroup,
  glueJob,
  grafanaWorkspace,
  kinesisFirehoseDeliveryStream,
  kinesisStream,
  kmsKey,
  lambdaAlias,
  lambdaFunction,
  lambdaVersion,
  logsLogGroup,
  logsMetricFilter,
  mskCluster,
  openSearchServiceDomain,
  rdsDbCluster,
  rdsDbInstance,
  rdsDbProxy,
  redshiftCluster,
  route53HealthCheck,
  route53HostedZone,
  route53RecordSet,
  route53RecordSetGroup,
  route53ResolverResolverEndpoint,
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

import type { NotPriced } from "../cost-model";

interface Condition {
  /** Properties that bring a charge with them; each is named in the output when it is set. */
  properties: readonly NotPriced[];
  /** Where AWS says so. */
  source: string;
}

/**
 * Free types that are free unless a property asks for more, which no model prices. Those that are priced then
 * have a model.
 */
export const FREE_UNLESS: Readonly<Record<string, Condition>> = {
  "AWS::ApiGatewayV2::Stage": {
    properties: [
      "DefaultRouteSettings.DetailedMetricsEnabled",
      ["RouteSettings", /"DetailedMetricsEnabled":("?)true\1/],
    ],
    source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html",
  },
  "AWS::Backup::BackupPlan": {
    properties: [
      "BackupPlan.BackupPlanRule[].CopyActions",
      "BackupPlan.BackupPlanRule[].IndexActions",
      "BackupPlan.BackupPlanRule[].ScanActions",
    ],
    source: "https://aws.amazon.com/backup/pricing/",
  },
  "AWS::CloudFormation::StackSet": {
    properties: ["TemplateBody", "TemplateURL"],
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/what-is-cfnstacksets.html",
  },
  "AWS::CodeDeploy::DeploymentGroup": {
    properties: ["OnPremisesInstanceTagFilters", "OnPremisesTagSet"],
    source: "https://aws.amazon.com/codedeploy/pricing/",
  },
  "AWS::Cognito::UserPoolIdentityProvider": {
    properties: [["ProviderType", /^(SAML|OIDC)$/]],
    source: "https://aws.amazon.com/cognito/pricing/",
  },
  "AWS::Config::RemediationConfiguration": {
    properties: ["Automatic"],
    source: "https://aws.amazon.com/systems-manager/pricing/",
  },
  "AWS::EC2::FlowLog": {
    properties: [["LogDestinationType", /^(s3|kinesis-data-firehose)$/]],
    source: "https://aws.amazon.com/cloudwatch/pricing/",
  },
  "AWS::ECR::ReplicationConfiguration": {
    properties: ["ReplicationConfiguration.Rules"],
    source: "https://aws.amazon.com/ecr/pricing/",
  },
  "AWS::ECS::CapacityProvider": {
    properties: ["ManagedInstancesProvider"],
    source: "https://aws.amazon.com/ecs/managed-instances/pricing/",
  },
  "AWS::ECS::Cluster": {
    properties: [["ClusterSettings[].Value", /^(enabled|enhanced)$/i]],
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html",
  },
  "AWS::ElastiCache::GlobalReplicationGroup": {
    properties: ["Members"],
    source: "https://aws.amazon.com/elasticache/pricing/",
  },
  "AWS::Lambda::EventSourceMapping": {
    properties: ["ProvisionedPollerConfig", "MetricsConfig.Metrics"],
    source: "https://aws.amazon.com/lambda/pricing/",
  },
  "AWS::Lambda::Url": {
    properties: [["InvokeMode", /^RESPONSE_STREAM$/]],
    source: "https://aws.amazon.com/lambda/pricing/",
  },
  "AWS::Logs::AccountPolicy": {
    properties: [["PolicyType", /^(DATA_PROTECTION|TRANSFORMER)_POLICY$/]],
    source: "https://aws.amazon.com/cloudwatch/pricing/",
  },
  "AWS::OpenSearchServerless::VpcEndpoint": {
    properties: ["SubnetIds"],
    source: "https://aws.amazon.com/privatelink/pricing/",
  },
  "AWS::Route53Resolver::FirewallRuleGroup": {
    properties: ["FirewallRules[]"],
    source: "https://aws.amazon.com/route53/pricing/",
  },
  "AWS::SES::ConfigurationSet": {
    properties: ["VdmOptions", "DeliveryOptions.SendingPoolName"],
    source: "https://aws.amazon.com/ses/pricing/",
  },
  "AWS::SES::ReceiptRule": {
    properties: ["Rule.Actions"],
    source: "https://aws.amazon.com/ses/pricing/",
  },
  "AWS::SNS::Subscription": {
    properties: [["FilterPolicyScope", /^MessageBody$/], "ReplayPolicy"],
    source: "https://aws.amazon.com/sns/pricing/",
  },
  "AWS::SSM::Association": {
    properties: ["AutomationTargetParameterName"],
    source: "https://aws.amazon.com/systems-manager/pricing/",
  },
  "AWS::Transfer::Workflow": {
    properties: [["Steps[].Type", /^DECRYPT$/]],
    source: "https://aws.amazon.com/aws-transfer-family/pricing/",
  },
  "AWS::XRay::TransactionSearchConfig": {
    properties: ["IndexingPercentage"],
    source: "https://aws.amazon.com/cloudwatch/pricing/",
  },
};

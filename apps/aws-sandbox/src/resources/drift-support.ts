/**
 * The types of which CloudFormation detects drift. Taken from AWS's list as it was last published with its
 * source, which has grown since:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-import-supported-resources.html.
 * What stands in no list is left out of every answer, as AWS leaves it out, and its stack may still say
 * IN_SYNC (https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2546).
 */
const CHECKED_TYPES: ReadonlySet<string> = new Set([
  "AWS::AutoScaling::AutoScalingGroup",
  "AWS::AutoScaling::ScalingPolicy",
  "AWS::CloudTrail::Trail",
  "AWS::CloudWatch::Alarm",
  "AWS::CloudWatch::CompositeAlarm",
  "AWS::DynamoDB::Table",
  "AWS::EC2::EIP",
  "AWS::EC2::FlowLog",
  "AWS::EC2::Instance",
  "AWS::EC2::InternetGateway",
  "AWS::EC2::NatGateway",
  "AWS::EC2::NetworkAcl",
  "AWS::EC2::RouteTable",
  "AWS::EC2::SecurityGroup",
  "AWS::EC2::Subnet",
  "AWS::EC2::VPC",
  "AWS::ElasticLoadBalancingV2::Listener",
  "AWS::ElasticLoadBalancingV2::ListenerRule",
  "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "AWS::Events::Archive",
  "AWS::Events::Rule",
  "AWS::GlobalAccelerator::Accelerator",
  "AWS::GlobalAccelerator::EndpointGroup",
  "AWS::GlobalAccelerator::Listener",
  "AWS::IAM::Group",
  "AWS::IAM::InstanceProfile",
  "AWS::IAM::ManagedPolicy",
  "AWS::IAM::Role",
  "AWS::IAM::User",
  "AWS::KMS::Key",
  "AWS::Lambda::Alias",
  "AWS::Lambda::Function",
  "AWS::Lambda::Version",
  "AWS::Logs::LogGroup",
  "AWS::Logs::MetricFilter",
  "AWS::RDS::DBCluster",
  "AWS::RDS::DBInstance",
  "AWS::Route53::HostedZone",
  "AWS::S3::Bucket",
  "AWS::SNS::Topic",
  "AWS::SQS::Queue",
  "AWS::WAFv2::IPSet",
  "AWS::WAFv2::WebACL",
  "AWS::WAFv2::WebACLAssociation",
]);

export const detectsDrift = (type: string): boolean => CHECKED_TYPES.has(type);

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html, "Considerations"
 */
const STACK_STATUSES: ReadonlySet<string> = new Set([
  "CREATE_COMPLETE",
  "UPDATE_COMPLETE",
  "UPDATE_ROLLBACK_COMPLETE",
  "UPDATE_ROLLBACK_FAILED",
]);

export const canDetectDrift = (stackStatus: string): boolean => STACK_STATUSES.has(stackStatus);

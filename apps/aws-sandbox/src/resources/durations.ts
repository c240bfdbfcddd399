import type { ResourceAction } from "../state/types";

/**
 * How long one creation takes on AWS, in seconds. Estimates: the middle of what people see and AWS's guides
 * say (an EKS cluster about ten minutes, a managed cache as long, a distribution some four); no recording
 * covers them.
 */
const CREATE_SECONDS: Record<string, number> = {
  "AWS::APS::Workspace": 12,
  "AWS::CertificateManager::Certificate": 45,
  "AWS::CloudFront::Distribution": 240,
  "AWS::CloudFront::Function": 8,
  "AWS::CloudWatch::Alarm": 4,
  "AWS::CloudWatch::Dashboard": 3,
  "AWS::Config::ConfigRule": 12,
  "AWS::Config::ConfigurationRecorder": 10,
  "AWS::DynamoDB::GlobalTable": 28,
  "AWS::DynamoDB::Table": 18,
  "AWS::EC2::EIP": 16,
  "AWS::EC2::FlowLog": 6,
  "AWS::EC2::Instance": 35,
  "AWS::EC2::InternetGateway": 16,
  "AWS::EC2::LaunchTemplate": 5,
  "AWS::EC2::NatGateway": 100,
  "AWS::EC2::Route": 12,
  "AWS::EC2::RouteTable": 11,
  "AWS::EC2::SecurityGroup": 8,
  "AWS::EC2::Subnet": 5,
  "AWS::EC2::SubnetRouteTableAssociation": 5,
  "AWS::EC2::VPC": 12,
  "AWS::EC2::VPCEndpoint": 18,
  "AWS::EC2::VPCGatewayAttachment": 16,
  "AWS::ECR::Repository": 4,
  "AWS::EKS::AccessEntry": 8,
  "AWS::EKS::Addon": 50,
  "AWS::EKS::Cluster": 560,
  "AWS::EKS::Nodegroup": 150,
  "AWS::EKS::PodIdentityAssociation": 6,
  "AWS::ElastiCache::ReplicationGroup": 600,
  "AWS::ElastiCache::SubnetGroup": 6,
  "AWS::ElasticLoadBalancingV2::LoadBalancer": 150,
  "AWS::Events::Archive": 10,
  "AWS::Events::EventBus": 5,
  "AWS::Events::Rule": 60,
  "AWS::GlobalAccelerator::Accelerator": 120,
  "AWS::GlobalAccelerator::EndpointGroup": 20,
  "AWS::GlobalAccelerator::Listener": 20,
  "AWS::Grafana::Workspace": 90,
  "AWS::IAM::InstanceProfile": 125,
  "AWS::IAM::ManagedPolicy": 18,
  "AWS::IAM::Policy": 17,
  "AWS::IAM::Role": 18,
  "AWS::KMS::Key": 65,
  "AWS::Lambda::Function": 8,
  "AWS::Logs::LogGroup": 5,
  "AWS::RDS::DBCluster": 60,
  "AWS::RDS::DBInstance": 300,
  "AWS::Route53::HostedZone": 45,
  "AWS::Route53::RecordSet": 35,
  "AWS::S3::Bucket": 20,
  "AWS::S3::BucketPolicy": 3,
  "AWS::SNS::Topic": 12,
  "AWS::SQS::Queue": 25,
  "AWS::SQS::QueuePolicy": 4,
  "AWS::SSM::Parameter": 3,
  "AWS::SecretsManager::Secret": 5,
  "AWS::WAFv2::WebACL": 15,
};
const DEFAULT_SECONDS = 5;

/**
 * An update in place and a deletion take a part of what the creation takes; SQS queues are gone after 60 s.
 */
const PART_OF_CREATION: Record<ResourceAction, number> = { create: 1, replace: 1, update: 0.5, delete: 0.6 };

/** Building a change set, and the steps of a stack around its resources, in seconds. */
const CHANGE_SET_SECONDS = 4;

export interface DurationRule {
  stackName?: string;
  resourceType?: string;
  /** Times the usual duration. */
  factor?: number;
  /** Exactly this long, whatever the sandbox's factor. */
  milliseconds?: number;
}

/** How long things take, scaled. Later rules win over earlier ones. */
export class Durations {
  readonly rules: DurationRule[] = [];

  /** @param factor Of real time; 0 is at once. */
  constructor(readonly factor: number) {}

  /** Milliseconds that this action takes on a resource of this type in this stack. */
  ofResource(stack: { stackName: string }, type: string, action: ResourceAction): number {
    const rule = this.rules.findLast(
      ({ stackName = stack.stackName, resourceType = type }) =>
        stackName === stack.stackName && resourceType === type,
    );
    if (rule?.milliseconds !== undefined) return rule.milliseconds;
    const seconds = (CREATE_SECONDS[type] ?? DEFAULT_SECONDS) * PART_OF_CREATION[action];
    return seconds * 1000 * this.factor * (rule?.factor ?? 1);
  }

  ofChangeSet(): number {
    return this.ofSeconds(CHANGE_SET_SECONDS);
  }

  /** Milliseconds that a time stated for AWS takes here. */
  ofSeconds(seconds: number): number {
    return seconds * 1000 * this.factor;
  }
}

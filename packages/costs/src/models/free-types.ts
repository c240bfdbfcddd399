import type { LocalText } from "@greenroom/infra-templates/catalog";

const CONFIGURATION: LocalText = {
  en: "Configuration of another resource; not charged by itself.",
  ko: "다른 리소스의 설정이며 자체 요금이 없습니다.",
};
const NETWORK: LocalText = {
  en: "Part of the network that AWS does not charge for.",
  ko: "요금이 없는 네트워크 구성 요소입니다.",
};
const IDENTITY: LocalText = { en: "IAM is free of charge.", ko: "IAM은 무료입니다." };
const FLOW_LOGS: LocalText = {
  en: "Charged where the records are delivered: on the log group or the bucket.",
  ko: "기록이 전달되는 로그 그룹이나 버킷에서 과금됩니다.",
};
const RULES: LocalText = {
  en: "Rules are free; the events are charged on the bus and deliveries on their targets.",
  ko: "규칙은 무료이며 이벤트는 버스에서, 전달은 대상에서 과금됩니다.",
};
const HOOKS: LocalText = {
  en: "Runs during deployment only; its function is charged by itself.",
  ko: "배포 중에만 실행되며 함수 요금은 별도로 계산됩니다.",
};

const BY_REASON: readonly (readonly [LocalText, readonly string[]])[] = [
  [
    NETWORK,
    [
      "AWS::EC2::EgressOnlyInternetGateway",
      "AWS::EC2::InternetGateway",
      "AWS::EC2::NetworkAcl",
      "AWS::EC2::PrefixList",
      "AWS::EC2::Route",
      "AWS::EC2::RouteTable",
      "AWS::EC2::SecurityGroup",
      "AWS::EC2::Subnet",
      "AWS::EC2::VPC",
      "AWS::EC2::VPCPeeringConnection",
    ],
  ],
  [
    CONFIGURATION,
    [
      "AWS::CDK::Metadata",
      "AWS::CloudWatch::AnomalyDetector",
      "AWS::EC2::DHCPOptions",
      "AWS::EC2::EIPAssociation",
      "AWS::EC2::NetworkAclEntry",
      "AWS::EC2::SecurityGroupEgress",
      "AWS::EC2::SecurityGroupIngress",
      "AWS::EC2::SubnetCidrBlock",
      "AWS::EC2::SubnetNetworkAclAssociation",
      "AWS::EC2::SubnetRouteTableAssociation",
      "AWS::EC2::VPCCidrBlock",
      "AWS::EC2::VPCDHCPOptionsAssociation",
      "AWS::EC2::VPCGatewayAttachment",
      "AWS::Events::EventBusPolicy",
      "AWS::KMS::Alias",
      "AWS::Lambda::Alias",
      "AWS::Lambda::EventInvokeConfig",
      "AWS::Lambda::EventSourceMapping",
      "AWS::Lambda::LayerVersion",
      "AWS::Lambda::Permission",
      "AWS::Lambda::Version",
      "AWS::Logs::LogStream",
      "AWS::Logs::MetricFilter",
      "AWS::Logs::ResourcePolicy",
      "AWS::Logs::SubscriptionFilter",
      "AWS::S3::BucketPolicy",
      "AWS::SNS::Subscription",
      "AWS::SNS::TopicInlinePolicy",
      "AWS::SNS::TopicPolicy",
      "AWS::SQS::QueueInlinePolicy",
      "AWS::SQS::QueuePolicy",
      "AWS::SecretsManager::ResourcePolicy",
      "AWS::SecretsManager::SecretTargetAttachment",
    ],
  ],
  [FLOW_LOGS, ["AWS::EC2::FlowLog"]],
  [RULES, ["AWS::Events::Rule"]],
];

const REASONS: ReadonlyMap<string, LocalText> = new Map(
  BY_REASON.flatMap(([reason, types]) => types.map((type) => [type, reason] as const)),
);

/** Why resources of a type cost nothing in any form, or null when the type is not known to be free. */
export function freeReason(type: string): LocalText | null {
  if (type.startsWith("AWS::IAM::")) return IDENTITY;
  if (type.startsWith("Custom::") || type === "AWS::CloudFormation::CustomResource") return HOOKS;
  return REASONS.get(type) ?? null;
}

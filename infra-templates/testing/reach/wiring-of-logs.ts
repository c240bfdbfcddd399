import type { Environment, Json, Resource } from "./environment";
import { keyAllows, resourceAllows, roleAllows } from "./policies";

export const unless = (isSo: boolean, problem: string) => (isSo ? [] : [problem]);

export function trusted(env: Environment, role: unknown, service: string): string[] {
  const document = env.find(role)?.properties.AssumeRolePolicyDocument;
  return unless(
    resourceAllows(document, service, "sts:AssumeRole", "arn:any"),
    `${role} is not to be assumed by ${service}`,
  );
}

export const writes = (env: Environment, role: unknown, group: string) =>
  unless(
    roleAllows(env, env.find(role), { action: "logs:PutLogEvents", resource: group }),
    `${role} may not write to ${group}`,
  );

export function wafProblems(env: Environment, logging: Resource): string[] {
  return (logging.properties.LogDestinationConfigs as string[]).flatMap((arn) => {
    const group = env
      .ofType("AWS::Logs::LogGroup")
      .find(({ properties }) => arn.endsWith(`:${properties.LogGroupName}`));
    return [
      ...unless(
        String(group?.properties.LogGroupName).startsWith("aws-waf-logs-") &&
          group?.region === logging.region,
        "WAF takes only groups whose names begin with aws-waf-logs-, in its own region",
      ),
      ...unless(
        resourceAllows(
          group?.properties.ResourcePolicyDocument,
          "delivery.logs.amazonaws.com",
          "logs:PutLogEvents",
        ),
        `${group?.handle} does not take WAF's logs`,
      ),
    ];
  });
}

const bucketPolicy = (env: Environment, bucket: unknown) =>
  env.ofType("AWS::S3::BucketPolicy").find(({ properties }) => properties.Bucket === bucket)?.properties
    .PolicyDocument;

/** Config and CloudTrail write to their bucket, with its key; CloudTrail to its log group, too. */
export function recordProblems(env: Environment): string[] {
  return [
    ...env
      .ofType("AWS::CloudTrail::Trail")
      .flatMap(({ properties }) => [
        ...["s3:GetBucketAcl", "s3:PutObject"].flatMap((action) =>
          unless(
            bucketAllows(env, properties.S3BucketName, "cloudtrail.amazonaws.com", action),
            `the bucket does not allow CloudTrail ${action}`,
          ),
        ),
        ...unless(
          keyAllows(env, properties.KMSKeyId, "cloudtrail.amazonaws.com"),
          "the key does not know CloudTrail",
        ),
        ...trusted(env, properties.CloudWatchLogsRoleArn, "cloudtrail.amazonaws.com"),
        ...writes(env, properties.CloudWatchLogsRoleArn, String(properties.CloudWatchLogsLogGroupArn)),
      ]),
    ...env.ofType("AWS::Config::DeliveryChannel").flatMap(({ properties }) => {
      const [recorder] = env.ofType("AWS::Config::ConfigurationRecorder");
      const role = env.find(recorder?.properties.RoleARN);
      const file = `${properties.S3BucketName}#Arn/AWSLogs/111122223333/Config/x`;
      return [
        ...trusted(env, recorder?.properties.RoleARN, "config.amazonaws.com"),
        ...["s3:PutObject"].flatMap((action) =>
          unless(roleAllows(env, role, { action, resource: file }), `Config's recorder may not ${action}`),
        ),
        ...unless(
          roleAllows(env, role, { action: "kms:GenerateDataKey", resource: String(properties.S3KmsKeyArn) }),
          "Config's recorder may not use the key",
        ),
        ...unless(
          bucketAllows(env, properties.S3BucketName, "config.amazonaws.com", "s3:GetBucketAcl"),
          "the bucket does not let Config look at it",
        ),
      ];
    }),
  ];
}

/** Without the condition on the access list, which the services meet by what they send. */
function bucketAllows(env: Environment, bucket: unknown, service: string, action: string): boolean {
  const document = JSON.parse(
    JSON.stringify(bucketPolicy(env, bucket) ?? {}, (key, value) =>
      key === "s3:x-amz-acl" ? undefined : value,
    ),
  );
  return resourceAllows(document, service, action);
}

export function accessLogProblems(env: Environment): string[] {
  const attributes = env
    .ofType("AWS::ElasticLoadBalancingV2::LoadBalancer")
    .flatMap(({ properties }) => properties.LoadBalancerAttributes as { Key: string; Value: string }[]);
  const balancerBucket = attributes.find(({ Key }) => Key === "access_logs.s3.bucket")?.Value;
  const region = env.ofType("AWS::ElasticLoadBalancingV2::LoadBalancer")[0]?.region;
  const source = `arn:aws:elasticloadbalancing:${region}:111122223333:loadbalancer/app/x/1`;
  const siteBuckets = env.ofType("AWS::S3::Bucket").flatMap(({ handle, properties }) => {
    const target = (properties.LoggingConfiguration as Json | undefined)?.DestinationBucketName;
    return target === undefined ? [] : [{ handle, target }];
  });
  const takes = (bucket: unknown, service: string, from: string) =>
    resourceAllows(bucketPolicy(env, bucket), service, "s3:PutObject", from);
  return [
    ...unless(
      balancerBucket === undefined ||
        takes(balancerBucket, "logdelivery.elasticloadbalancing.amazonaws.com", source),
      "the bucket does not take the load balancer's logs",
    ),
    ...siteBuckets.flatMap(({ handle, target }) =>
      unless(
        takes(target, "logging.s3.amazonaws.com", `${handle}#Arn`),
        `${target} does not take ${handle}'s logs`,
      ),
    ),
  ];
}

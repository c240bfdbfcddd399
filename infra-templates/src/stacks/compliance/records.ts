import { Aws, Fn, type Stack } from "aws-cdk-lib";
import * as cloudtrail from "aws-cdk-lib/aws-cloudtrail";
import * as config from "aws-cdk-lib/aws-config";
import * as iam from "aws-cdk-lib/aws-iam";
import * as logs from "aws-cdk-lib/aws-logs";
import * as s3 from "aws-cdk-lib/aws-s3";
import { addEncryptionKey } from "../../constructs/encryption-key";
import { keepData } from "../../constructs/keep-data";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptFinding } from "../../policy/accept-finding";
import { TRAIL_LOG_DAYS } from "./model";
import type { ComplianceSettings } from "./settings";

const RECORDERS = ["cloudtrail.amazonaws.com", "config.amazonaws.com"];

export interface Records {
  bucket: s3.CfnBucket;
  policy: s3.CfnBucketPolicy;
  keyArn: string;
}

/** Where Config and CloudTrail write: encrypted, versioned, private, for them alone. */
export function addRecords(
  stack: Stack,
  { recordRetentionDays }: ComplianceSettings,
  context: BlueprintContext,
): Records {
  const { accountId, environmentName, stage } = context;
  const key = addEncryptionKey(stack, context, {
    id: "RecordKey",
    description: `Records of the account, kept by ${environmentName}`,
    principals: RECORDERS,
    through: ["s3"],
  });
  const bucket = new s3.CfnBucket(stack, "RecordBucket", {
    bucketEncryption: {
      serverSideEncryptionConfiguration: [
        {
          bucketKeyEnabled: true,
          serverSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.attrArn },
        },
      ],
    },
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    ownershipControls: { rules: [{ objectOwnership: "BucketOwnerEnforced" }] },
    versioningConfiguration: { status: "Enabled" },
    lifecycleConfiguration: {
      rules: [
        {
          id: "expire",
          status: "Enabled",
          expirationInDays: recordRetentionDays,
          noncurrentVersionExpiration: { noncurrentDays: 30 },
        },
      ],
    },
  });
  keepData(bucket, stage === "prod");
  acceptFinding(bucket, "AwsSolutions-S1", {
    en: "It is where records end up: what reads and writes it is recorded by CloudTrail itself.",
    ko: "기록이 모이는 곳입니다. 이 버킷에 대한 접근은 CloudTrail이 기록합니다.",
  });
  const policy = new s3.CfnBucketPolicy(stack, "RecordBucketPolicy", {
    bucket: bucket.ref,
    policyDocument: recordPolicy(bucket, accountId),
  });
  return { bucket, policy, keyArn: key.attrArn };
}

function recordPolicy(bucket: s3.CfnBucket, accountId: string): object {
  const own = { "aws:SourceAccount": accountId };
  const objects = Fn.join("", [bucket.attrArn, "/*"]);
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: RECORDERS },
        Action: ["s3:GetBucketAcl", "s3:ListBucket"],
        Resource: bucket.attrArn,
        Condition: { StringEquals: own },
      },
      {
        Effect: "Allow",
        Principal: { Service: RECORDERS },
        Action: "s3:PutObject",
        Resource: Fn.join("", [bucket.attrArn, `/AWSLogs/${accountId}/*`]),
        Condition: { StringEquals: { ...own, "s3:x-amz-acl": "bucket-owner-full-control" } },
      },
      {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [bucket.attrArn, objects],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  };
}

const trust = (service: string, accountId: string) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    },
  ],
});

/** The account's recorder of Config. It begins by itself once it has somewhere to deliver to. */
export function addRecorder(
  stack: Stack,
  { bucket, policy, keyArn }: Records,
  { environmentName, accountId }: BlueprintContext,
): [config.CfnConfigurationRecorder, config.CfnDeliveryChannel] {
  const role = new iam.CfnRole(stack, "RecorderRole", {
    description: "Lets AWS Config read the account's configuration and write its records",
    assumeRolePolicyDocument: trust("config.amazonaws.com", accountId),
    managedPolicyArns: [Fn.join("", ["arn:", Aws.PARTITION, ":iam::aws:policy/service-role/AWS_ConfigRole"])],
    policies: [
      {
        policyName: "write-records",
        policyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:GetBucketAcl", "s3:ListBucket"],
              Resource: bucket.attrArn,
            },
            {
              Effect: "Allow",
              Action: "s3:PutObject",
              Resource: Fn.join("", [bucket.attrArn, `/AWSLogs/${accountId}/*`]),
            },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: keyArn },
          ],
        },
      },
    ],
  });
  acceptFinding(role, "AwsSolutions-IAM4", {
    en: "AWS keeps this policy in step with the services that Config records; it only reads.",
    ko: "Config가 기록하는 서비스에 맞춰 AWS가 관리하는 읽기 전용 정책입니다.",
  });
  acceptFinding(role, "AwsSolutions-IAM5", {
    en: "It writes to the account's own folder of the record bucket, whose file names Config chooses.",
    ko: "기록 버킷에서 이 계정의 폴더에만 쓰며 파일 이름은 Config가 정합니다.",
  });
  const recorder = new config.CfnConfigurationRecorder(stack, "Recorder", {
    name: environmentName,
    roleArn: role.attrArn,
    recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    recordingMode: { recordingFrequency: "CONTINUOUS" },
  });
  const channel = new config.CfnDeliveryChannel(stack, "DeliveryChannel", {
    name: environmentName,
    s3BucketName: bucket.ref,
    s3KmsKeyArn: keyArn,
    configSnapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
  });
  channel.addResourceDependency(policy);
  return [recorder, channel];
}

/** A trail of the account's management events in every region, into the bucket and a log group. */
export function addTrail(
  stack: Stack,
  { bucket, policy, keyArn }: Records,
  { environmentName, accountId, stage }: BlueprintContext,
): void {
  const group = new logs.CfnLogGroup(stack, "TrailLogGroup", {
    logGroupName: `/greenroom/${environmentName}/cloudtrail`,
    logGroupClass: "STANDARD",
    retentionInDays: TRAIL_LOG_DAYS,
  });
  keepData(group, stage === "prod");
  const role = new iam.CfnRole(stack, "TrailRole", {
    description: "Lets CloudTrail write to its log group",
    assumeRolePolicyDocument: trust("cloudtrail.amazonaws.com", accountId),
    policies: [
      {
        policyName: "write-events",
        policyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
              Resource: group.attrArn,
            },
          ],
        },
      },
    ],
  });
  const trail = new cloudtrail.CfnTrail(stack, "Trail", {
    trailName: environmentName,
    isLogging: true,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    enableLogFileValidation: true,
    s3BucketName: bucket.ref,
    kmsKeyId: keyArn,
    cloudWatchLogsLogGroupArn: group.attrArn,
    cloudWatchLogsRoleArn: role.attrArn,
  });
  trail.addResourceDependency(policy);
}

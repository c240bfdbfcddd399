import { message } from "@greenroom/messages";
import type { Stack } from "aws-cdk-lib";
import * as s3 from "aws-cdk-lib/aws-s3";
import { arnOf } from "../../constructs/arn";
import { keepData } from "../../constructs/keep-data";
import { addOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptChoice } from "../../policy/accept-finding";
import { NOT_BACKED_UP } from "../backup/backup-tag";
import { wwwDomain } from "./domain";
import type { EdgeSettings } from "./settings";

/** Where the logs of each writer begin. */
export const LOG_PREFIXES = { alb: "alb", site: "site/", cloudFront: "cloudfront/" };

const PRIVATE = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};
/** Load balancers write to buckets with S3's own keys only. */
const ENCRYPTED = {
  serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
};
const ABANDONED_UPLOADS = { daysAfterInitiation: 7 };

/** The site's files: private, versioned, read by CloudFront only (`allowDistribution`). */
export function addSiteBucket(
  stack: Stack,
  edge: EdgeSettings,
  logs: s3.CfnBucket | null,
  { stage }: BlueprintContext,
): s3.CfnBucket {
  const bucket = new s3.CfnBucket(stack, "SiteBucket", {
    bucketEncryption: ENCRYPTED,
    publicAccessBlockConfiguration: PRIVATE,
    ownershipControls: { rules: [{ objectOwnership: "BucketOwnerEnforced" }] },
    versioningConfiguration: { status: "Enabled" },
    corsConfiguration: {
      corsRules: [
        {
          allowedMethods: ["GET", "HEAD"],
          allowedOrigins: [edge.domain, wwwDomain(edge.domain)].map((name) => `https://${name}`),
          allowedHeaders: ["*"],
          maxAge: 3600,
        },
      ],
    },
    lifecycleConfiguration: {
      rules: [
        {
          id: "old-versions",
          status: "Enabled",
          noncurrentVersionExpiration: { noncurrentDays: edge.siteRetentionDays },
          abortIncompleteMultipartUpload: ABANDONED_UPLOADS,
        },
      ],
    },
    loggingConfiguration: logs
      ? { destinationBucketName: logs.ref, logFilePrefix: LOG_PREFIXES.site }
      : undefined,
  });
  keepData(bucket, stage === "prod");
  if (!logs) {
    acceptChoice(bucket, "AwsSolutions-S1", message("rule.fix.accessLogs"), {
      en: "The requester switched access logs off: reads of the site's files leave no record.",
      ko: "요청자가 액세스 로그를 껐습니다. 사이트 파일 읽기는 기록되지 않습니다.",
    });
  }
  addOutput(stack, "SiteBucketName", bucket.ref, "Where the site's files go");
  return bucket;
}

/** The distribution may read, and nobody may speak to the bucket without TLS. */
export function allowDistribution(stack: Stack, bucket: s3.CfnBucket, distributionId: string): void {
  new s3.CfnBucketPolicy(stack, "SiteBucketPolicy", {
    bucket: bucket.ref,
    policyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "cloudfront.amazonaws.com" },
          Action: "s3:GetObject",
          Resource: `${bucket.attrArn}/*`,
          Condition: {
            StringEquals: {
              "aws:SourceArn": arnOf(stack, "cloudfront", `distribution/${distributionId}`, ""),
            },
          },
        },
        tlsOnly(bucket),
      ],
    },
  });
}

/**
 * Logs of CloudFront, of the load balancer and of the site's bucket. Always kept: CloudFormation deletes no
 * bucket that has objects, and this one always has some. Its lifecycle empties it after the chosen days.
 */
export function addLogBucket(
  stack: Stack,
  edge: EdgeSettings,
): { bucket: s3.CfnBucket; allow(site: s3.CfnBucket): s3.CfnBucketPolicy } {
  const bucket = new s3.CfnBucket(stack, "LogBucket", {
    bucketEncryption: ENCRYPTED,
    publicAccessBlockConfiguration: PRIVATE,
    versioningConfiguration: { status: "Enabled" },
    tags: [NOT_BACKED_UP],
    // CloudFront's standard logs are written with an ACL; everything in the bucket is its owner's all the
    // same.
    ownershipControls: { rules: [{ objectOwnership: "BucketOwnerPreferred" }] },
    lifecycleConfiguration: {
      rules: [
        {
          id: "old-logs",
          status: "Enabled",
          expirationInDays: edge.accessLogDays,
          noncurrentVersionExpiration: { noncurrentDays: 1 },
          abortIncompleteMultipartUpload: ABANDONED_UPLOADS,
        },
      ],
    },
  });
  keepData(bucket, true);
  addOutput(stack, "LogBucketName", bucket.ref, "Access logs");
  return { bucket, allow: (site) => allowWriters(stack, bucket, site, edge) };
}

function allowWriters(
  stack: Stack,
  bucket: s3.CfnBucket,
  site: s3.CfnBucket,
  { alb }: EdgeSettings,
): s3.CfnBucketPolicy {
  const writer = (service: string, prefix: string, source: string) => ({
    Effect: "Allow",
    Principal: { Service: service },
    Action: "s3:PutObject",
    Resource: `${bucket.attrArn}/${prefix}*`,
    Condition: { ArnLike: { "aws:SourceArn": source }, StringEquals: { "aws:SourceAccount": stack.account } },
  });
  return new s3.CfnBucketPolicy(stack, "LogBucketPolicy", {
    bucket: bucket.ref,
    policyDocument: {
      Version: "2012-10-17",
      Statement: [
        writer("logging.s3.amazonaws.com", LOG_PREFIXES.site, site.attrArn),
        ...(alb
          ? [
              writer(
                "logdelivery.elasticloadbalancing.amazonaws.com",
                `${LOG_PREFIXES.alb}/AWSLogs/${stack.account}/`,
                arnOf(stack, "elasticloadbalancing", "loadbalancer/*"),
              ),
            ]
          : []),
        tlsOnly(bucket),
      ],
    },
  });
}

function tlsOnly(bucket: s3.CfnBucket): object {
  return {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucket.attrArn, `${bucket.attrArn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

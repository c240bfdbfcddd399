// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ARN templates are written with placeholders
import { createHash, randomUUID } from "node:crypto";
import type { Json } from "@greenroom/template";
import { randomUpper } from "./random-id";
import { arnOf, digits, memo, type Named, stringOr, type TypeOverride, text } from "./type-override";

/** How ElastiCache writes regions in its host names; others by their first letters. */
const CACHE_REGIONS: Record<string, string> = {
  "ap-northeast-1": "apne1",
  "ap-northeast-2": "apn2",
  "ap-southeast-1": "apse1",
  "us-east-1": "use1",
};

/** A host of the group: `part` leads with TLS and stands in the middle without it. */
function cacheHost(of: Named, tls: string, plain: string): string {
  const { region, properties } = of.resource;
  const code = CACHE_REGIONS[region] ?? region.replace(/([a-z]+)-([a-z])[a-z]*-(\d)/, "$1$2$3").slice(-5);
  const isTls = String(properties.TransitEncryptionEnabled) === "true";
  const host = `${of.physicalId}.${digits(of, 6)}`;
  return `${isTls ? `${tls}.${host}` : `${host}.${plain}`}.${code}.cache.amazonaws.com`;
}
const cachePort = (of: Named) => String(of.resource.properties.Port ?? 6379);

const databaseHost = (of: Named, part: string) =>
  `${of.physicalId}.${part}${digits(of, 12, of.resource.accountId)}.${of.resource.region}.rds.amazonaws.com`;
const databasePort = (of: Named) =>
  String(of.resource.properties.Port ?? (text(of, "Engine").includes("mysql") ? 3306 : 5432));
const databaseSecret = (of: Named) =>
  arnOf(of, "secretsmanager", `secret:rds!cluster-${digits(of, 32)}-${digits(of, 6, "secret")}`);
const streamArn = (of: Named) => `${of.arn}/stream/${new Date().toISOString().slice(0, 23)}`;
const queueName = (of: Named): string => {
  const name = of.valueOf("QueueName");
  return of.resource.properties.FifoQueue === true && !name.endsWith(".fifo") ? `${name}.fifo` : name;
};

/**
 * AWS ends a secret's ARN with six random characters; here they follow from the name, so that a name in use
 * is noticed.
 */
const secretEnding = (of: Named): string =>
  createHash("sha256")
    .update(`${of.resource.accountId} ${of.resource.region} ${of.valueOf("Name")}`)
    .digest("base64")
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 6);

/**
 * Stores, queues, keys and backups. Shapes as in real read-backs where there are any, else as in the
 * documentation's examples.
 */
export const DATA_TYPES: Record<string, TypeOverride> = {
  "AWS::Backup::BackupSelection": {
    physicalId: (of) => memo(of, () => `${randomUUID()}_${text(of, "BackupPlanId")}`),
  },
  "AWS::DynamoDB::GlobalTable": {
    arnTemplate: "arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}",
    attributes: { StreamArn: streamArn },
  },
  "AWS::DynamoDB::Table": { attributes: { StreamArn: streamArn } },
  "AWS::ECR::Repository": {
    attributes: {
      RepositoryUri: (of) =>
        `${of.resource.accountId}.dkr.ecr.${of.resource.region}.amazonaws.com/${of.physicalId}`,
    },
  },
  "AWS::ElastiCache::ReplicationGroup": {
    physicalId: (of) =>
      stringOr(
        of.resource.properties.ReplicationGroupId,
        memo(of, () => `${of.resource.stackName.slice(0, 2)}${randomUpper(14)}`.toLowerCase()),
      ),
    attributes: {
      "ConfigurationEndPoint.Address": (of) => cacheHost(of, "clustercfg", "clustercfg"),
      "ConfigurationEndPoint.Port": cachePort,
      "PrimaryEndPoint.Address": (of) => cacheHost(of, "master", "ng.0001"),
      "PrimaryEndPoint.Port": cachePort,
      "ReaderEndPoint.Address": (of) => cacheHost(of, "replica", "ng.0001"),
      "ReaderEndPoint.Port": cachePort,
    },
  },
  "AWS::KMS::Key": { arnTemplate: "arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}" },
  "AWS::RDS::DBCluster": {
    attributes: {
      "Endpoint.Address": (of) => databaseHost(of, "cluster-"),
      "Endpoint.Port": databasePort,
      "ReadEndpoint.Address": (of) => databaseHost(of, "cluster-ro-"),
      DBClusterResourceId: (of) => `cluster-${digits(of, 26).toUpperCase()}`,
      "MasterUserSecret.SecretArn": databaseSecret,
    },
  },
  "AWS::RDS::DBInstance": {
    attributes: {
      "Endpoint.Address": (of) => databaseHost(of, ""),
      "Endpoint.Port": databasePort,
      DbiResourceId: (of) => `db-${digits(of, 26).toUpperCase()}`,
      "MasterUserSecret.SecretArn": databaseSecret,
    },
  },
  "AWS::S3::Bucket": {
    attributes: {
      DomainName: (of) => `${of.physicalId}.s3.amazonaws.com`,
      DualStackDomainName: (of) => `${of.physicalId}.s3.dualstack.${of.resource.region}.amazonaws.com`,
      RegionalDomainName: (of) => `${of.physicalId}.s3.${of.resource.region}.amazonaws.com`,
      WebsiteURL: (of) => `http://${of.physicalId}.s3-website-${of.resource.region}.amazonaws.com`,
    },
  },
  "AWS::SNS::Subscription": {
    physicalId: (of) => memo(of, () => `${text(of, "TopicArn", arnOf(of, "sns", "topic"))}:${randomUUID()}`),
    attributes: { Arn: (of) => of.physicalId },
  },
  "AWS::SQS::Queue": {
    physicalId: (of) =>
      `https://sqs.${of.resource.region}.amazonaws.com/${of.resource.accountId}/${queueName(of)}`,
    attributes: {
      Arn: (of) => arnOf(of, "sqs", queueName(of)),
      QueueName: queueName,
      QueueUrl: (of) => of.physicalId,
    },
  },
  "AWS::SecretsManager::Secret": {
    physicalId: (of) => arnOf(of, "secretsmanager", `secret:${of.valueOf("Name")}-${secretEnding(of)}`),
    attributes: { Id: (of): Json => of.physicalId },
  },
  "AWS::SecretsManager::SecretTargetAttachment": {
    physicalId: (of) => text(of, "SecretId", of.valueOf("Id")),
  },
};

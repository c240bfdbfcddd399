import { message } from "@greenroom/messages";
import { CfnDeletionPolicy, Fn, type Stack } from "aws-cdk-lib";
import * as scaling from "aws-cdk-lib/aws-applicationautoscaling";
import type * as ec2 from "aws-cdk-lib/aws-ec2";
import * as elasticache from "aws-cdk-lib/aws-elasticache";
import type { CfnKey } from "aws-cdk-lib/aws-kms";
import * as logs from "aws-cdk-lib/aws-logs";
import * as secrets from "aws-cdk-lib/aws-secretsmanager";
import { addEncryptionKey } from "../../constructs/encryption-key";
import { keepData } from "../../constructs/keep-data";
import { addOutput, readListOutput } from "../../constructs/outputs";
import { secretValue } from "../../constructs/secret-value";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptChoice, acceptFinding } from "../../policy/accept-finding";
import { addDataSecurityGroup } from "../network/data-security-group";
import { addEventTopic } from "./event-topic";
import { CACHE_DIMENSION, type CacheSpec } from "./model";
import { hasDataTiering } from "./node-types";
import { CACHE_ENGINES, type CacheSettings } from "./settings";

const PORT = 6379;

/** A replication group in cluster mode in the db tier, reachable from the app tier only. */
export function buildCache(stack: Stack, spec: CacheSpec, context: BlueprintContext): void {
  const { cache } = spec;
  const key = addEncryptionKey(stack, context, {
    id: "EncryptionKey",
    description: `Cache of ${context.environmentName}: its data, snapshots and password`,
    through: ["elasticache", "secretsmanager"],
  });
  const secret = addPassword(stack, key, context);
  const guard = addDataSecurityGroup(stack, spec.network, context, { name: "cache", port: PORT });
  const group = addReplicationGroup(stack, spec, context, { key, secret, guard });
  const events = addEventTopic(stack, context);
  group.notificationTopicArn = events.topics[0];
  group.addResourceDependency(events);
  if (cache.autoscaling) addScaling(stack, group, cache, context);

  addOutput(stack, "ReplicationGroupId", group.ref, "The replication group");
  addOutput(stack, "ConfigurationEndpoint", group.attrConfigurationEndPointAddress, "Host that clients ask");
  addOutput(stack, "Port", group.attrConfigurationEndPointPort, "Port of the cache");
  addOutput(stack, "SecurityGroupId", guard.attrGroupId, "Security group of the cache");
  addOutput(stack, "AuthSecretArn", secret.ref, "Secret that holds the password");
  addOutput(stack, "EncryptionKeyArn", key.attrArn, "Key of the data and the password");
}

/**
 * No name: a kept secret of an earlier cache would be in the way of its successor. ElastiCache takes 16 to
 * 128 characters; letters and digits avoid the signs it refuses.
 */
function addPassword(
  stack: Stack,
  key: CfnKey,
  { environmentName, stage }: BlueprintContext,
): secrets.CfnSecret {
  const secret = new secrets.CfnSecret(stack, "AuthSecret", {
    description: `Password (AUTH token) of the cache of ${environmentName}`,
    kmsKeyId: key.attrArn,
    generateSecretString: { passwordLength: 64, excludePunctuation: true, includeSpace: false },
  });
  keepData(secret, stage === "prod");
  acceptFinding(secret, "AwsSolutions-SMG4", {
    en: "Rotating this password takes a function that also tells the running services; the platform team rotates it by hand.",
    ko: "이 비밀번호의 교체에는 실행 중인 서비스에 알리는 함수가 필요하므로 플랫폼 팀이 직접 교체합니다.",
  });
  return secret;
}

interface Protection {
  key: CfnKey;
  secret: secrets.CfnSecret;
  guard: ec2.CfnSecurityGroup;
}

/**
 * No name of its own: what is fixed at creation can then be changed by a replacement, which a name would
 * forbid.
 */
function addReplicationGroup(
  stack: Stack,
  { network, cache }: CacheSpec,
  context: BlueprintContext,
  { key, secret, guard }: Protection,
): elasticache.CfnReplicationGroup {
  const { environmentName, stage } = context;
  const { engine, version, family } = CACHE_ENGINES[cache.engine];
  const parameters = new elasticache.CfnParameterGroup(stack, "ParameterGroup", {
    cacheParameterGroupFamily: family,
    description: `Cache of ${environmentName}, cluster mode`,
    properties: { "cluster-enabled": "yes" },
  });
  const subnets = new elasticache.CfnSubnetGroup(stack, "SubnetGroup", {
    description: `db tier of ${environmentName}`,
    subnetIds: readListOutput(stack, context, "network", "DbSubnetIds", network.zones),
  });
  const group = new elasticache.CfnReplicationGroup(stack, "ReplicationGroup", {
    replicationGroupDescription: `Cache of ${environmentName}`,
    engine,
    engineVersion: version,
    cacheNodeType: cache.nodeType,
    clusterMode: "enabled",
    numNodeGroups: cache.shards,
    replicasPerNodeGroup: cache.replicas,
    // Cluster mode is refused without it, also where no replica could take over.
    automaticFailoverEnabled: true,
    multiAzEnabled: cache.multiAz,
    dataTieringEnabled: hasDataTiering(cache.nodeType) ? true : undefined,
    port: PORT,
    cacheParameterGroupName: parameters.ref,
    cacheSubnetGroupName: subnets.ref,
    securityGroupIds: [guard.attrGroupId],
    transitEncryptionEnabled: true,
    transitEncryptionMode: "required",
    atRestEncryptionEnabled: true,
    kmsKeyId: key.attrArn,
    // Read by CloudFormation when it deploys: the password is in no template, plan or log.
    authToken: secretValue(secret.ref),
    autoMinorVersionUpgrade: true,
    snapshotRetentionLimit: cache.snapshotDays,
    snapshotWindow: cache.snapshotDays > 0 ? snapshotWindow(cache) : undefined,
    preferredMaintenanceWindow: maintenanceWindow(cache),
    logDeliveryConfigurations: [
      logDelivery(addLogGroup(stack, "SlowLogGroup", "slow", cache, context), "slow-log"),
      logDelivery(addLogGroup(stack, "EngineLogGroup", "engine", cache, context), "engine-log"),
    ],
  });
  group.cfnOptions.deletionPolicy = stage === "prod" ? CfnDeletionPolicy.SNAPSHOT : CfnDeletionPolicy.DELETE;
  group.cfnOptions.updateReplacePolicy = group.cfnOptions.deletionPolicy;
  // More or fewer shards by moving slots while it works, not by a new group.
  group.cfnOptions.updatePolicy = { useOnlineResharding: true };
  answerForChoices(group, cache);
  return group;
}

const hour = (value: number) => `${String(value % 24).padStart(2, "0")}:00`;

function snapshotWindow({ snapshotHour }: CacheSettings): string {
  return `${hour(snapshotHour)}-${hour(snapshotHour + 1)}`;
}

/**
 * An hour, two hours after the snapshot: the two may not meet. Late in the evening it begins on the next day.
 */
function maintenanceWindow({ snapshotHour, maintenanceDay }: CacheSettings): string {
  const end = (snapshotHour + 3) % 24 === 0 ? nextDay(maintenanceDay) : maintenanceDay;
  return `${maintenanceDay}:${hour(snapshotHour + 2)}-${end}:${hour(snapshotHour + 3)}`;
}

function nextDay(day: CacheSettings["maintenanceDay"]): string {
  return { mon: "tue", tue: "wed", wed: "thu", thu: "fri", fri: "sat", sat: "sun", sun: "mon" }[day];
}

/**
 * Groups below /aws/vendedlogs share one resource policy, so that log delivery does not use up the account's
 * ten.
 */
function addLogGroup(
  stack: Stack,
  id: string,
  name: string,
  { logRetentionDays }: CacheSettings,
  { environmentName, stage }: BlueprintContext,
): logs.CfnLogGroup {
  const group = new logs.CfnLogGroup(stack, id, {
    logGroupName: `/aws/vendedlogs/elasticache/${environmentName}/${name}`,
    logGroupClass: "STANDARD",
    retentionInDays: logRetentionDays,
  });
  keepData(group, stage === "prod");
  return group;
}

function logDelivery(group: logs.CfnLogGroup, logType: "slow-log" | "engine-log") {
  return {
    logType,
    logFormat: "json",
    destinationType: "cloudwatch-logs",
    destinationDetails: { cloudWatchLogsDetails: { logGroup: group.ref } },
  };
}

/** The service-linked role of ElastiCache scaling is used, which AWS makes on the first registration. */
function addScaling(
  stack: Stack,
  group: elasticache.CfnReplicationGroup,
  cache: CacheSettings,
  { environmentName }: BlueprintContext,
): void {
  const target = new scaling.CfnScalableTarget(stack, "ShardTarget", {
    serviceNamespace: "elasticache",
    scalableDimension: CACHE_DIMENSION,
    resourceId: Fn.join("", ["replication-group/", group.ref]),
    minCapacity: cache.minShards,
    maxCapacity: cache.maxShards,
  });
  new scaling.CfnScalingPolicy(stack, "ShardScaling", {
    policyName: `${environmentName}-cache-shards`,
    policyType: "TargetTrackingScaling",
    scalingTargetId: target.ref,
    targetTrackingScalingPolicyConfiguration: {
      targetValue: 70,
      predefinedMetricSpecification: { predefinedMetricType: "ElastiCachePrimaryEngineCPUUtilization" },
      // Moving slots takes minutes and CPU of its own; shards go more slowly than they come.
      scaleOutCooldown: 600,
      scaleInCooldown: 1800,
    },
  });
}

function answerForChoices(group: elasticache.CfnReplicationGroup, cache: CacheSettings): void {
  acceptFinding(group, "AwsSolutions-AEC5", {
    en: "Another port would hide nothing: the security group, TLS and the password keep others out.",
    ko: "포트를 바꿔도 숨겨지지 않습니다. 보안 그룹, TLS, 비밀번호가 접근을 막습니다.",
  });
  if (!cache.multiAz) {
    acceptChoice(group, "AwsSolutions-AEC4", message("rule.fix.multiAz"), {
      en: "The requester chose one zone for each shard: if it fails, what the shard holds is lost.",
      ko: "요청자가 샤드마다 영역 하나를 선택했습니다. 영역에 장애가 나면 샤드의 데이터를 잃습니다.",
    });
  }
}

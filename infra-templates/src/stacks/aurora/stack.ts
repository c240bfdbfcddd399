import { message } from "@greenroom/messages";
import { CfnDeletionPolicy, type Stack } from "aws-cdk-lib";
import type { CfnSecurityGroup } from "aws-cdk-lib/aws-ec2";
import type { CfnKey } from "aws-cdk-lib/aws-kms";
import * as logs from "aws-cdk-lib/aws-logs";
import * as rds from "aws-cdk-lib/aws-rds";
import { addEncryptionKey } from "../../constructs/encryption-key";
import { keepData } from "../../constructs/keep-data";
import { addOutput, readListOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptChoice } from "../../policy/accept-finding";
import { addDataSecurityGroup } from "../network/data-security-group";
import { type AuroraSpec, INSIGHTS_DAYS, instanceIds } from "./model";
import { AURORA_VERSIONS, type AuroraSettings } from "./settings";

const PORT = 5432;
const ENGINE = "aurora-postgresql";

/** Aurora PostgreSQL Serverless v2 in the db tier, reachable from the app tier only. */
export function buildAurora(stack: Stack, spec: AuroraSpec, context: BlueprintContext): void {
  const key = addEncryptionKey(stack, context, {
    id: "EncryptionKey",
    description: `Aurora of ${context.environmentName}: its data, backups, password and query statistics`,
    through: ["rds", "secretsmanager"],
  });
  const guard = addDataSecurityGroup(stack, spec.network, context, { name: "aurora", port: PORT });
  const cluster = addCluster(stack, spec, context, { key, guard });
  for (const id of instanceIds(spec.aurora)) {
    new rds.CfnDBInstance(stack, id, {
      engine: ENGINE,
      dbInstanceClass: "db.serverless",
      dbClusterIdentifier: cluster.ref,
      autoMinorVersionUpgrade: true,
      publiclyAccessible: false,
      enablePerformanceInsights: true,
      performanceInsightsRetentionPeriod: INSIGHTS_DAYS,
      performanceInsightsKmsKeyId: key.attrArn,
    });
  }
  addOutput(stack, "ClusterEndpoint", cluster.attrEndpointAddress, "Host that takes writes");
  addOutput(stack, "ReaderEndpoint", cluster.attrReadEndpointAddress, "Host that takes reads");
  addOutput(stack, "Port", cluster.attrEndpointPort, "Port of the database");
  addOutput(stack, "SecretArn", cluster.attrMasterUserSecretSecretArn, "Secret that holds the password");
  addOutput(stack, "SecurityGroupId", guard.attrGroupId, "Security group of the database");
  addOutput(stack, "EncryptionKeyArn", key.attrArn, "Key of the data and the password");
}

function addCluster(
  stack: Stack,
  { network, aurora }: AuroraSpec,
  context: BlueprintContext,
  { key, guard }: { key: CfnKey; guard: CfnSecurityGroup },
): rds.CfnDBCluster {
  const { environmentName } = context;
  const subnets = new rds.CfnDBSubnetGroup(stack, "SubnetGroup", {
    dbSubnetGroupDescription: `db tier of ${environmentName}`,
    subnetIds: readListOutput(stack, context, "network", "DbSubnetIds", network.zones),
  });
  const parameters = new rds.CfnDBClusterParameterGroup(stack, "ParameterGroup", {
    family: AURORA_VERSIONS[aurora.version].family,
    description: `Aurora of ${environmentName}: TLS only`,
    parameters: { "rds.force_ssl": "1" },
  });
  // The name is known beforehand, so that the log group can be made, and its retention set, before Aurora
  // would make it.
  const name = `${environmentName}-aurora`;
  const cluster = new rds.CfnDBCluster(stack, "Cluster", {
    dbClusterIdentifier: name,
    engine: ENGINE,
    engineVersion: aurora.version,
    databaseName: "ticketing",
    port: PORT,
    storageType: "aurora",
    storageEncrypted: true,
    kmsKeyId: key.attrArn,
    serverlessV2ScalingConfiguration: { minCapacity: aurora.minAcu, maxCapacity: aurora.maxAcu },
    masterUsername: "greenroom",
    manageMasterUserPassword: true,
    masterUserSecret: { kmsKeyId: key.attrArn },
    enableIamDatabaseAuthentication: true,
    dbClusterParameterGroupName: parameters.ref,
    dbSubnetGroupName: subnets.ref,
    vpcSecurityGroupIds: [guard.attrGroupId],
    backupRetentionPeriod: aurora.backupDays,
    copyTagsToSnapshot: true,
    deletionProtection: aurora.deletionProtection,
    enableCloudwatchLogsExports: ["postgresql"],
  });
  cluster.addResourceDependency(addLogGroup(stack, name, aurora, context));
  const isKept = context.stage === "prod" || aurora.deletionProtection;
  cluster.cfnOptions.deletionPolicy = isKept ? CfnDeletionPolicy.SNAPSHOT : CfnDeletionPolicy.DELETE;
  cluster.cfnOptions.updateReplacePolicy = cluster.cfnOptions.deletionPolicy;
  if (!aurora.deletionProtection) {
    acceptChoice(cluster, "AwsSolutions-RDS10", message("rule.fix.deletionProtection"), {
      en: "The requester switched deletion protection off: this database is deleted with its environment.",
      ko: "요청자가 삭제 방지를 껐습니다. 이 데이터베이스는 환경과 함께 삭제됩니다.",
    });
  }
  return cluster;
}

function addLogGroup(
  stack: Stack,
  cluster: string,
  { logRetentionDays }: AuroraSettings,
  { stage }: BlueprintContext,
): logs.CfnLogGroup {
  const group = new logs.CfnLogGroup(stack, "LogGroup", {
    logGroupName: `/aws/rds/cluster/${cluster}/postgresql`,
    logGroupClass: "STANDARD",
    retentionInDays: logRetentionDays,
  });
  keepData(group, stage === "prod");
  return group;
}

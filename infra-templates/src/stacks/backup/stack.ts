import { Aws, Fn, type Stack } from "aws-cdk-lib";
import * as backup from "aws-cdk-lib/aws-backup";
import * as iam from "aws-cdk-lib/aws-iam";
import { addEncryptionKey } from "../../constructs/encryption-key";
import { keepData } from "../../constructs/keep-data";
import { addOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptFinding } from "../../policy/accept-finding";
import { NOT_BACKED_UP } from "./backup-tag";
import type { BackupSpec } from "./model";
import type { BackupSettings } from "./settings";

/**
 * A plan that backs up what holds data, found by the environment's tag, into a vault with a key of its own.
 */
export function buildBackup(stack: Stack, { backup: settings }: BackupSpec, context: BlueprintContext): void {
  const vault = addVault(stack, settings, context);
  const plan = addPlan(stack, settings, vault, context);
  const role = addRole(stack, context);
  const arn = (rest: string) => Fn.join("", ["arn:", Aws.PARTITION, rest]);
  new backup.CfnBackupSelection(stack, "Selection", {
    backupPlanId: plan.attrBackupPlanId,
    backupSelection: {
      selectionName: context.environmentName,
      iamRoleArn: role.attrArn,
      // Kinds that hold data: the tag alone would take the disks of nodes that come and go.
      resources: [
        arn(`:dynamodb:${context.region}:${context.accountId}:table/*`),
        arn(`:rds:${context.region}:${context.accountId}:cluster:*`),
        arn(":s3:::*"),
      ],
      conditions: {
        StringNotEquals: [
          {
            ConditionKey: `aws:ResourceTag/${NOT_BACKED_UP.key}`,
            ConditionValue: NOT_BACKED_UP.value,
          },
        ],
        StringEquals: [
          {
            ConditionKey: "aws:ResourceTag/greenroom:environment",
            ConditionValue: context.environmentName,
          },
        ],
      },
    },
  });
  addOutput(stack, "VaultName", vault.ref, "Vault of the backups");
  addOutput(stack, "BackupRoleArn", role.attrArn, "Role that backs up, and that a restore can use");
}

function addVault(
  stack: Stack,
  { locked, dailyRetentionDays }: BackupSettings,
  context: BlueprintContext,
): backup.CfnBackupVault {
  const key = addEncryptionKey(stack, context, {
    id: "VaultKey",
    description: `Backups of ${context.environmentName}`,
    through: ["backup"],
  });
  const vault = new backup.CfnBackupVault(stack, "Vault", {
    backupVaultName: `${context.environmentName}-backup`,
    encryptionKeyArn: key.attrArn,
    accessPolicy: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "NobodyMovesBackupsOut",
          Effect: "Deny",
          Principal: "*",
          Action: ["backup:CopyFromBackupVault", "backup:UpdateRecoveryPointLifecycle"],
          Resource: "*",
        },
      ],
    },
    // Without a date from which the lock holds for good, which nobody could take back.
    lockConfiguration: locked ? { minRetentionDays: dailyRetentionDays } : undefined,
  });
  const isKept = locked || context.stage === "prod";
  keepData(vault, isKept);
  keepData(key, isKept);
  return vault;
}

function addPlan(
  stack: Stack,
  settings: BackupSettings,
  vault: backup.CfnBackupVault,
  { environmentName }: BlueprintContext,
): backup.CfnBackupPlan {
  const rule = (ruleName: string, scheduleExpression: string, deleteAfterDays: number) => ({
    ruleName,
    scheduleExpression,
    targetBackupVault: vault.ref,
    startWindowMinutes: 60,
    completionWindowMinutes: 480,
    lifecycle: { deleteAfterDays },
  });
  const { hour, dailyRetentionDays, monthly, monthlyRetentionDays } = settings;
  return new backup.CfnBackupPlan(stack, "Plan", {
    backupPlan: {
      backupPlanName: environmentName,
      backupPlanRule: [
        rule("daily", `cron(0 ${hour} * * ? *)`, dailyRetentionDays),
        ...(monthly ? [rule("monthly", `cron(30 ${hour} 1 * ? *)`, monthlyRetentionDays)] : []),
      ],
    },
  });
}

function addRole(stack: Stack, { environmentName, accountId }: BlueprintContext): iam.CfnRole {
  const managed = (name: string) => Fn.join("", ["arn:", Aws.PARTITION, `:iam::aws:policy/${name}`]);
  const role = new iam.CfnRole(stack, "BackupRole", {
    description: `Lets AWS Backup back up and restore the data of ${environmentName}`,
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "backup.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ],
    },
    managedPolicyArns: [
      managed("service-role/AWSBackupServiceRolePolicyForBackup"),
      managed("service-role/AWSBackupServiceRolePolicyForRestores"),
      managed("AWSBackupServiceRolePolicyForS3Backup"),
      managed("AWSBackupServiceRolePolicyForS3Restore"),
    ],
  });
  acceptFinding(role, "AwsSolutions-IAM4", {
    en: "AWS keeps these policies in step with what Backup does for each service; only Backup can assume the role.",
    ko: "서비스마다 Backup에 필요한 권한을 AWS가 이 정책으로 관리하며, 이 역할은 Backup만 맡을 수 있습니다.",
  });
  return role;
}

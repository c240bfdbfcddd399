import type { Stack } from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";
import type { BlueprintContext } from "../model/blueprint";
import { arnOf } from "./arn";
import { keepData } from "./keep-data";

/**
 * Who may change the key: the account, by its own IAM policies. Named one by one, since `kms:*` would allow
 * more than is needed.
 */
const ADMINISTRATION = [
  "CancelKeyDeletion",
  "CreateAlias",
  "CreateGrant",
  "DeleteAlias",
  "DescribeKey",
  "DisableKey",
  "DisableKeyRotation",
  "EnableKey",
  "EnableKeyRotation",
  "GetKeyPolicy",
  "GetKeyRotationStatus",
  "ListGrants",
  "ListKeyPolicies",
  "ListResourceTags",
  "PutKeyPolicy",
  "RevokeGrant",
  "ScheduleKeyDeletion",
  "TagResource",
  "UntagResource",
  "UpdateAlias",
  "UpdateKeyDescription",
];
const USE = ["Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"];
const kmsActions = (names: readonly string[]) => names.map((name) => `kms:${name}`);

/** Who uses a key, and how. */
interface KeyUse {
  id: string;
  description: string;
  /** Services that use the key for callers of this account: "elasticache". Of this region. */
  through?: readonly string[];
  /** Services that use the key themselves: "cloudwatch.amazonaws.com". */
  principals?: readonly string[];
}

/**
 * A customer managed key that rotates every year. Callers of the account may use it only through the services
 * named. Where the stage keeps data, the key is kept with it: without it the data could not be read.
 */
export function addEncryptionKey(
  stack: Stack,
  { accountId, stage }: BlueprintContext,
  { id, description, through = [], principals = [] }: KeyUse,
): kms.CfnKey {
  const account = { AWS: arnOf(stack, "iam", "root", "") };
  const statements: object[] = [
    {
      Sid: "Administration",
      Effect: "Allow",
      Principal: account,
      Action: kmsActions(ADMINISTRATION),
      Resource: "*",
    },
  ];
  if (through.length > 0) {
    statements.push({
      Sid: "UseThroughServices",
      Effect: "Allow",
      Principal: account,
      Action: kmsActions([...USE, "CreateGrant", "ReEncryptFrom", "ReEncryptTo"]),
      Resource: "*",
      Condition: {
        StringEquals: {
          "kms:CallerAccount": accountId,
          "kms:ViaService": through.map((service) => `${service}.${stack.region}.amazonaws.com`),
        },
      },
    });
  }
  if (principals.length > 0) {
    statements.push({
      Sid: "UseByServices",
      Effect: "Allow",
      Principal: { Service: principals },
      Action: kmsActions(USE),
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    });
  }
  const key = new kms.CfnKey(stack, id, {
    description,
    enableKeyRotation: true,
    keyPolicy: { Version: "2012-10-17", Statement: statements },
  });
  keepData(key, stage === "prod");
  return key;
}

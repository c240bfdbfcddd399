import { Fn } from "aws-cdk-lib";

/** The value of a secret, read by CloudFormation when it deploys: it is in no template, plan or log. */
export const secretValue = (arn: string): string =>
  Fn.join("", ["{{resolve:secretsmanager:", arn, ":SecretString}}"]);

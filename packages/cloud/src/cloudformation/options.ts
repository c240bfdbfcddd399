import type { CloudFormationClientConfig } from "@aws-sdk/client-cloudformation";

export interface CloudStacksOptions {
  /** sandbox: simulated AWS. endpoint: any other emulator. aws: the real one. The first two need `endpoint`. */
  mode: "sandbox" | "endpoint" | "aws";
  endpoint?: string;
  /** The role CloudFormation acts with; without it, it acts with the caller's permissions. */
  executionRoleArn?: string;
  /** Credentials for an account. Default: the SDK's own chain (aws), or made-up ones (sandbox, endpoint). */
  credentials?: (accountId: string) => CloudFormationClientConfig["credentials"];
}

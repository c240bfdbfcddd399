import type { KeysProvider } from "../account-access/create-account-sessions";

export interface CloudStacksOptions {
  /**
   * sandbox: simulated AWS. endpoint: any other emulator. aws: the real one. The first two need `endpoint`.
   */
  mode: "sandbox" | "endpoint" | "aws";
  endpoint?: string;
  /**
   * The role CloudFormation acts with; {accountId} and {partition} are filled in. Without it, it acts with
   * the caller's permissions.
   */
  executionRoleArn?: string;
  /** The worker's own keys. Default: the SDK's own chain (aws), or made-up ones (sandbox, endpoint). */
  ownKeys?: "chain" | KeysProvider;
  /** Milliseconds since 1970, for the age of sessions. */
  now?: () => number;
}

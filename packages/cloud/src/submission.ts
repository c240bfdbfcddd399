import { createHash } from "node:crypto";

/**
 * What CloudFormation is told about a stack beside its template: settled when it is planned, and sent as it
 * was settled.
 */
export interface StackSettings {
  tags: Record<string, string>;
  capabilities: string[];
  /** The role that CloudFormation acts with; null: the caller's own permissions. */
  executionRoleArn: string | null;
  /**
   * Whether what exists under the name of a new resource, and belongs to no stack, is taken over instead of
   * being in the way.
   */
  importExisting: boolean;
  /** Compared with what is there instead of the last template, so that drift is undone. */
  deploymentMode?: "REVERT_DRIFT" | undefined;
}

/** All of a change set that decides what is built, and where. Stacks have no parameters. */
export interface StackSubmission {
  accountId: string;
  region: string;
  stackName: string;
  template: string;
  settings: StackSettings;
}

/**
 * sha256 in hex of everything that is sent for a stack. An approval covers it, and it is worked out again
 * from the request itself at the moment that is sent.
 */
export function hashSubmission({
  accountId,
  region,
  stackName,
  template,
  settings,
}: StackSubmission): string {
  const { tags, capabilities, executionRoleArn, importExisting, deploymentMode } = settings;
  const tagList = Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1));
  const place = [accountId, region, stackName];
  const parts = [place, template, [], tagList, capabilities.toSorted(), executionRoleArn, importExisting];
  // What was approved before there was a choice of modes keeps its hash.
  const sent = deploymentMode === undefined ? parts : [...parts, deploymentMode];
  return createHash("sha256").update(JSON.stringify(sent)).digest("hex");
}

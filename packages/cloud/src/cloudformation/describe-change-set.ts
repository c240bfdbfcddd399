import { type Change, DescribeChangeSetCommand } from "@aws-sdk/client-cloudformation";
import type { ChangeSetSnapshot, StackTarget } from "../contract";
import type { Connection } from "./connection";
import { isNotThere, mapError } from "./map-error";
import { changeSetStatus, readChanges } from "./read-change-set";

/** A change set with all pages of its changes; null when it, or its stack, is not there. */
export async function describeChangeSet(
  connection: Connection,
  target: StackTarget,
  StackName: string,
  ChangeSetName: string,
): Promise<ChangeSetSnapshot | null> {
  const changes: Change[] = [];
  let NextToken: string | undefined;
  try {
    for (;;) {
      const client = await connection.describer(target);
      const page = await client.send(new DescribeChangeSetCommand({ StackName, ChangeSetName, NextToken }));
      changes.push(...(page.Changes ?? []));
      NextToken = page.NextToken;
      if (NextToken) continue;
      return {
        changeSetId: page.ChangeSetId ?? "",
        stackId: page.StackId ?? "",
        status: changeSetStatus(page),
        reason: page.StatusReason ?? null,
        changes: readChanges(changes),
      };
    }
  } catch (error) {
    if (isNotThere(error)) return null;
    throw mapError(error, "DescribeChangeSet");
  }
}

import { type Change, DescribeChangeSetCommand } from "@aws-sdk/client-cloudformation";
import type { ChangeSetSnapshot, StackTarget } from "../contract";
import { changeSetState } from "../statuses";
import type { Connection } from "./connection";
import { isNotThere, mapError } from "./map-error";
import { assertOwnStack } from "./own-stack";
import { readChanges } from "./read-change-set";
import { changeSetReply, readReply } from "./replies";

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
      const reply = readReply(changeSetReply, page, "DescribeChangeSet");
      assertOwnStack(target, reply.StackId);
      return {
        changeSetId: reply.ChangeSetId,
        stackId: reply.StackId,
        status: changeSetState(reply),
        reason: reply.StatusReason ?? null,
        changes: readChanges(changes),
      };
    }
  } catch (error) {
    if (isNotThere(error)) return null;
    throw mapError(error, "DescribeChangeSet");
  }
}

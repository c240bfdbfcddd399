import { randomUUID } from "node:crypto";
import { partitionOf } from "@greenroom/template";
import type { Sandbox } from "../sandbox";
import type { Place } from "../state/store";
import type { Stack } from "../state/types";

/** A stack that is not stored yet and has nothing in it. */
export function createStack(sandbox: Sandbox, place: Place, stackName: string): Stack {
  const { accountId, region } = place;
  return {
    stackId: `arn:${partitionOf(region)}:cloudformation:${region}:${accountId}:stack/${stackName}/${randomUUID()}`,
    stackName,
    accountId,
    region,
    status: "REVIEW_IN_PROGRESS",
    creationTime: sandbox.now(),
    outputs: [],
    imports: [],
    terminationProtection: false,
    disableRollback: false,
    resources: new Map(),
    events: [],
  };
}

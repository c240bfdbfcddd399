import {
  CancelUpdateStackCommand,
  type Capability,
  ContinueUpdateRollbackCommand,
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  DeleteChangeSetCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  UpdateTerminationProtectionCommand,
} from "@aws-sdk/client-cloudformation";
import { AppError } from "@greenroom/errors";
import type { z } from "zod";
import { fillPlace, readArn, wrongAccount } from "../account-access";
import type {
  AccountPlace,
  CloudStacks,
  CreateChangeSetInput,
  StackSnapshot,
  StackTarget,
} from "../contract";
import type { DriftDetector } from "../drift-contract";
import { operationOf, phaseOf } from "../statuses";
import { hashSubmission } from "../submission";
import { createConnection } from "./connection";
import { describeChangeSet } from "./describe-change-set";
import { createDriftDetector } from "./detect-drift";
import { listChangeSets } from "./list-change-sets";
import { listEvents } from "./list-events";
import { isNotThere, isRepeat, mapError } from "./map-error";
import type { CloudStacksOptions } from "./options";
import { assertOwnStack } from "./own-stack";
import { createdReply, readReply, stackReply } from "./replies";

/** What names a stack to CloudFormation: its id once known, as a name may belong to a later stack. */
function nameOf(target: StackTarget): string {
  const { stackId, stackName } = target;
  if (stackId === undefined) return stackName;
  assertOwnStack(target, stackId);
  return stackId;
}

/**
 * CloudFormation over the AWS SDK, the same code for the real one and the sandbox. Each method is one
 * exchange (or a few pages of one) that a worker may repeat after a crash.
 */
export function createCloudStacks(
  options: CloudStacksOptions,
): CloudStacks & DriftDetector & { close(): void } {
  const connection = createConnection(options);

  async function createChangeSet(target: StackTarget, input: CreateChangeSetInput) {
    const { name, token, kind, template, settings, approvedHash } = input;
    const sent: CreateChangeSetCommandInput = {
      StackName: nameOf(target),
      ChangeSetName: name,
      ChangeSetType: kind,
      ClientToken: token,
      TemplateBody: template,
      Capabilities: settings.capabilities as Capability[],
      Tags: Object.entries(settings.tags).map(([Key, Value]) => ({ Key, Value })),
      RoleARN: settings.executionRoleArn ?? undefined,
      ImportExistingResources: settings.importExisting,
      DeploymentMode: settings.deploymentMode,
    };
    if (hashOf(target, sent) !== approvedHash) throw notAsApproved(target);
    try {
      const reply = await connection.client(target).send(new CreateChangeSetCommand(sent));
      const { Id, StackId } = readReply(createdReply, reply, "CreateChangeSet");
      assertOwnStack(target, StackId);
      return { changeSetId: Id, stackId: StackId };
    } catch (error) {
      if (!isRepeat(error)) throw mapError(error, "CreateChangeSet");
      // Ours, from before a crash: the name is unique to the run and stack.
      const known = await describeChangeSet(connection, target, nameOf(target), name);
      if (!known) throw mapError(error, "CreateChangeSet");
      return { changeSetId: known.changeSetId, stackId: known.stackId };
    }
  }

  /**
   * Sends a command whose repeat is as good as its first time, and whose missing subject is settled by
   * `whenGone`.
   */
  async function act(operation: string, send: () => Promise<unknown>, whenGone: "fine" | "error" = "error") {
    try {
      await send();
    } catch (error) {
      if (isRepeat(error) || (whenGone === "fine" && isNotThere(error))) return;
      throw mapError(error, operation);
    }
  }

  return {
    ...createDriftDetector(connection, nameOf),
    settingsFor: (place) => ({
      capabilities: ["CAPABILITY_NAMED_IAM"],
      executionRoleArn: executionRoleIn(place, options.executionRoleArn),
    }),
    proveAccount: (place) => connection.prove(place),
    async findStack(target) {
      try {
        const command = new DescribeStacksCommand({ StackName: nameOf(target) });
        const { Stacks = [] } = await (await connection.describer(target)).send(command);
        return Stacks[0] ? snapshotOf(target, readReply(stackReply, Stacks[0], "DescribeStacks")) : null;
      } catch (error) {
        if (isNotThere(error)) return null;
        throw mapError(error, "DescribeStacks");
      }
    },
    createChangeSet,
    findChangeSet: async (target, name) => describeChangeSet(connection, target, nameOf(target), name),
    listChangeSets: async (target) => listChangeSets(connection, target, nameOf(target)),
    async executeChangeSet(target, ChangeSetName, ClientRequestToken) {
      const command = new ExecuteChangeSetCommand({
        StackName: nameOf(target),
        ChangeSetName,
        ClientRequestToken,
      });
      return act("ExecuteChangeSet", () => connection.client(target).send(command));
    },
    async deleteChangeSet(target, ChangeSetName) {
      const command = new DeleteChangeSetCommand({ StackName: nameOf(target), ChangeSetName });
      return act("DeleteChangeSet", () => connection.client(target).send(command), "fine");
    },
    listEvents: async (target, afterEventId) => listEvents(connection, target, nameOf(target), afterEventId),
    async deleteStack(target, { token, executionRoleArn }) {
      const command = new DeleteStackCommand({
        StackName: nameOf(target),
        ClientRequestToken: token,
        RoleARN: executionRoleArn ?? undefined,
      });
      return act("DeleteStack", () => connection.client(target).send(command), "fine");
    },
    async cancelUpdate(target, ClientRequestToken) {
      const command = new CancelUpdateStackCommand({ StackName: nameOf(target), ClientRequestToken });
      return act("CancelUpdateStack", () => connection.client(target).send(command));
    },
    async continueRollback(target, { token, executionRoleArn }) {
      const command = new ContinueUpdateRollbackCommand({
        StackName: nameOf(target),
        ClientRequestToken: token,
        RoleARN: executionRoleArn ?? undefined,
      });
      return act("ContinueUpdateRollback", () => connection.client(target).send(command));
    },
    async setTerminationProtection(target, EnableTerminationProtection) {
      const command = new UpdateTerminationProtectionCommand({
        StackName: nameOf(target),
        EnableTerminationProtection,
      });
      return act("UpdateTerminationProtection", () => connection.client(target).send(command));
    },
    close: () => connection.close(),
  };
}

/**
 * The hash of the request itself, field by field, so that nothing between the approval and here can slip in.
 */
function hashOf({ accountId, region, stackName }: StackTarget, sent: CreateChangeSetCommandInput): string {
  return hashSubmission({
    ...{ accountId, region, stackName },
    template: sent.TemplateBody ?? "",
    settings: {
      tags: Object.fromEntries((sent.Tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value])),
      capabilities: sent.Capabilities ?? [],
      executionRoleArn: sent.RoleARN ?? null,
      importExisting: sent.ImportExistingResources ?? false,
      deploymentMode: sent.DeploymentMode,
    },
  });
}

function notAsApproved({ stackName }: StackTarget): AppError {
  return new AppError("digestMismatch", { what: "SENT", stackKey: stackName });
}

/** CloudFormation takes no role of another account; said before anything is sent. */
function executionRoleIn(
  place: Pick<AccountPlace, "accountId" | "region">,
  setting: string | undefined,
): string | null {
  if (setting === undefined) return null;
  const role = fillPlace(setting, place);
  const accountId = readArn(role)?.accountId;
  if (accountId !== undefined && accountId !== place.accountId)
    throw wrongAccount(place.accountId, accountId, `AWS_EXECUTION_ROLE_ARN (${role})`);
  return role;
}

function snapshotOf(target: StackTarget, reply: z.infer<typeof stackReply>): StackSnapshot {
  const { StackId, StackStatus, StackStatusReason, EnableTerminationProtection, Tags, Outputs } = reply;
  assertOwnStack(target, StackId);
  return {
    stackId: StackId,
    status: StackStatus,
    statusReason: StackStatusReason ?? null,
    phase: phaseOf(StackStatus),
    operation: operationOf(StackStatus),
    isProtected: EnableTerminationProtection,
    tags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value])),
    outputs: Object.fromEntries(Outputs.map((output) => [output.OutputKey, output.OutputValue])),
  };
}

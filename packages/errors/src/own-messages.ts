import { fillMessage, type Wording, type WordingDetails } from "./wording";

/**
 * What Greenroom itself says where it is written down and read later: failures of runs and what to do about them, lines of their
 * logs, findings of its own template rules, reasons in the audit trail. In English; the catalogues of the pages have the same keys
 * under `errors`, and the same English.
 */
export const OWN_MESSAGES = {
  "run.setAside": "The run was set aside: {limit} workers in a row ended while they worked on it.",
  "run.planCancelled": "The planning was cancelled.",
  "run.stackNotOurs": "A stack named {stackName} is there already, and Greenroom did not make it.",
  "run.stackNotDeleted":
    "A stack named {stackName} is there, and Greenroom did not make it: it was not deleted.",
  "run.noTrace": "The change of the stack {stackName} was sent, and the cloud shows no trace of it.",
  "run.onlyDeletable": "The stack is {status} after an earlier failure and can only be deleted.",
  "run.stuck": "The stack is {status}, which CloudFormation cannot leave by itself.",
  "run.stackIs": "The stack {stackName} is {status}.",
  "run.changeSetIs": "The change set of the stack {stackName} is {status}.",
  "run.rollbackFailed":
    "The update of the stack {stackName} failed, and so did its rollback: {cause} It is between two states.",
  "run.noReason": "{logicalId} is {status}, and the cloud gave no reason.",
  "run.beyondApproved":
    "The cloud would {action} {logicalId} ({resourceType}), which differs from what was approved: {approved}. Nothing of this stack was changed.",
  "run.neverApproved":
    "The cloud would {action} {logicalId} ({resourceType}), which differs from what was approved: no change. Nothing of this stack was changed.",
  "run.notBroughtBack": "The run was cancelled, and the stack could not be brought back: {cause}",
  "run.keptOnPurpose": "The stack {stackName} is gone; kept on purpose: {resources}.",
  "run.checkFailed": "{rule}: {finding}",
  "run.checkFailedAndOne": "{rule}: {finding} There is one more error: see the log.",
  "run.checkFailedAndMore": "{rule}: {finding} There are {count} more errors: see the log.",
  "run.checkFound": "{rule} at {place}: {finding} {remedy}",

  "remedy.user": "Correct the request and submit it again.",
  "remedy.cloud": "Read what the cloud says, correct the cause, then retry the run.",
  "remedy.greenroom": "Retry the run. If it fails again, tell the platform team its number.",
  "remedy.planGreenroom":
    "Submit the request again. If its plan fails again, tell the platform team the number of the run.",
  "remedy.planReadLogs":
    "A platform engineer has to look at the workers' logs; then submit the request again.",
  "remedy.readLogs": "A platform engineer has to look at the workers' logs; then retry the run.",
  "remedy.submitAgain": "Submit the request again when it is wanted after all.",
  "remedy.planAgain": "Submit the request again, so that it is planned against what is there now.",
  "remedy.lookAtStack":
    "A platform engineer has to look at that stack in the AWS console; then retry the run.",
  "remedy.bringInOrder":
    "A platform engineer has to bring the stack in order in the AWS console; then retry the run.",
  "remedy.renameStack":
    "Rename or delete that stack in the AWS account, or ask for an environment of another name.",
  "remedy.cleanAndRetry": "Choose “Clean and retry”: it deletes that stack, then builds it again.",
  "remedy.correctThenClean":
    "Correct the cause named here. The stack can only be deleted now: choose “Clean and retry”.",
  "remedy.correctThenRetry": "Correct the cause named here, then retry the run.",
  "remedy.rolledBack":
    "The stack was rolled back to what it was before. Correct the cause named here, then retry the run.",
  "remedy.continueRollback":
    "Correct the cause named here, then choose “Continue the rollback”: the stack then is what it was before.",
  "remedy.changedMeanwhile": "Somebody changed the stack meanwhile. Retry the run.",
  "remedy.keptFromDeletion": "Correct what keeps it from being deleted, then retry the run.",

  "rule.tooLarge":
    "The template of the stack {stackKey} has {bytes} bytes; CloudFormation takes {limit} inline.",
  "rule.tooMany": "The stack {stackKey} has {count} resources; CloudFormation takes {limit}.",
  "rule.splitStack": "Split the stack, or switch options of it off.",
  "rule.correctBlueprint": "Correct the blueprint: this cannot be fixed in the form.",
  "rule.runsCode": "{logicalId} is a {type}, which runs code during deployment.",
  "rule.useNative": "Use a native resource type; see the list in the blueprint guide.",
  "rule.needsUpload": "{logicalId} ({type}) needs a file that is uploaded first.",
  "rule.keepInline": "Keep code inline or refer to something that is published already.",
  "rule.allowsAll": "{logicalId} allows {actions} on every resource.",
  "rule.nameActions": "Name the actions and the resources that are needed.",
  "rule.notEncrypted": "{logicalId} ({type}) is not encrypted.",
  "rule.encrypt": "Switch encryption on in the blueprint.",
  "rule.queueNoDeadLetters": "The queue {logicalId} has no dead-letter queue.",
  "rule.targetNoDeadLetters": "The target {target} of the rule {logicalId} has no dead-letter queue.",
  "rule.addDeadLetters": "Give it a dead-letter queue.",
  "rule.noPointInTime": "The table {logicalId} cannot be brought back to an earlier point in time.",
  "rule.switchOnRecovery": "Switch point-in-time recovery on, unless its data can be made anew.",
  "rule.noAdministrator": "Nobody has rights in the cluster {logicalId}, not even who builds it.",
  "rule.nameAdministrator":
    "Name an administrator of the cluster: the ARN of an IAM role that people assume.",

  "trail.runStarted": "Run #{number} started.",
  "trail.runFailed": "Run #{number} failed: {failure}",
  "trail.runCancelled": "Run #{number} was cancelled.",
  "trail.runCancelledEarly": "Run #{number} was cancelled before it began.",
  "trail.runRetries": "Run #{number} retries run #{retried}.",
  "trail.runBuilt": "Run #{number} built what request #{request} asked for.",
  "trail.runRolledBack": "Run #{number} went on with the rollback of what had failed.",
  "trail.runDeleted": "Run #{number} deleted everything that request #{request} asked to delete.",
  "trail.requestApproved": "Request #{number} was approved.",
  "trail.changedMeanwhile": "{name} was changed after this plan was made (version {base}, now {version}).",
  "trail.nobodyDecided": "Nobody decided on it for {days} days.",
  "trail.planFailed": "{failure} {remedy}",
} as const;
type OwnMessageKey = keyof typeof OWN_MESSAGES;

type HolesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | HolesIn<Rest>
  : never;
type DetailsOf<Key extends OwnMessageKey> = Record<
  HolesIn<(typeof OWN_MESSAGES)[Key]>,
  WordingDetails[string]
>;

/** Says one of Greenroom's own messages: its English with the values filled in, and what a page needs to say it in another language. */
export function tell<Key extends OwnMessageKey>(
  key: Key,
  ...[details]: keyof DetailsOf<Key> extends never ? [] : [DetailsOf<Key>]
): Wording {
  const text = OWN_MESSAGES[key];
  if (details === undefined) return { message: text, messageKey: key };
  const values: WordingDetails = details;
  return { message: fillMessage(text, values), messageKey: key, details: values };
}

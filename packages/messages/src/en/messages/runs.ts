export const runs = {
  runNotFound:
    "There is no such run, or it belongs to a team you are not in. Look for it on the page of its environment.",
  runMoved:
    "The run has ended or moved on and cannot become “{to, select, QUEUED {Queued} RUNNING {Running} SUCCEEDED {Succeeded} FAILED {Failed} CANCELLED {Cancelled} other {{to}}}”. Reload the page to see where it is.",
  runCancelForbidden:
    "Run #{number} can be cancelled by whoever asked for it and by the approvers of its team. Ask one of them.",
  runEnded: "Run #{number} has already ended, so there is nothing to cancel. Reload the page to see how.",
  runRetryForbidden: "Run #{number} can be retried by requesters and approvers of its team. Ask one of them.",
  runNotRetryable:
    "Run #{number} cannot be retried: only the newest run of an environment that is FAILED can. Open the environment to see what is possible now.",
  runNeedsRollback: "Run #{number} left a stack whose rollback failed. Choose “Continue the rollback”.",
  runNothingToClean:
    "Run #{number} left no stack that has to be deleted first. Reload the page to see what is possible now.",
  runNothingToRollBack:
    "Run #{number} left no stack whose rollback failed. Reload the page to see what is possible now.",
  runNeedsClean: "Run #{number} left a stack that can only be deleted. Choose “Clean and retry”.",
  stepMoved:
    "Step {position} of the run has ended or moved on and cannot become “{to, select, PENDING {Pending} RUNNING {Running} SUCCEEDED {Done} FAILED {Failed} SKIPPED {No changes} CANCELLED {Cancelled} other {{to}}}”. Reload the page to see where it is.",
  runSubjectGone:
    "{what} cannot be found. Submit the request again; if that does not help, tell the platform team.",
  templateNotFound: 'Run #{number} has planned no stack "{stackKey}". Open the plan to see its stacks.',
  digestMismatch:
    "What this run would do differs from what was approved: {what, select, PLAN_GONE {its plan is gone} TEMPLATE {the template of a stack is another ({stackKey})} DIGEST {the plan has another digest} APPROVAL {no approval covers this plan} RUN {nobody started this run as it is now} STEPS {its steps are not those of the plan} PLACE {the environment is not where it was planned} UNSEALED {the plan was made by an earlier Greenroom, which did not write down all that is sent for a stack ({stackKey})} other {what would be sent for a stack is another ({stackKey})}}. It stops here. Submit the request again, so that it is planned and approved anew.",
  run: {
    setAside: "The run was set aside: {limit} workers in a row ended while they worked on it.",
    planCancelled: "The planning was cancelled.",
    stackNotOurs: "A stack named {stackName} is there already, and Greenroom did not make it.",
    stackNotDeleted: "A stack named {stackName} is there, and Greenroom did not make it: it was not deleted.",
    noTrace: "The change of the stack {stackName} was sent, and the cloud shows no trace of it.",
    onlyDeletable: "The stack is {status} after an earlier failure and can only be deleted.",
    stuck: "The stack is {status}, which CloudFormation cannot leave by itself.",
    stackIs: "The stack {stackName} is {status}.",
    changeSetIs: "The change set of the stack {stackName} is {status}.",
    rollbackFailed:
      "The update of the stack {stackName} failed, and so did its rollback: {cause} It is between two states.",
    noReason: "{logicalId} is {status}, and the cloud gave no reason.",
    beyondApproved:
      "What the cloud would do with {logicalId} ({resourceType}) is “{action, select, CREATE {Create} UPDATE {Update} MAY_REPLACE {May be replaced} REPLACE {Replace} DELETE {Delete} RETAIN {Kept} other {{action}}}”, which differs from what was approved: “{approved, select, CREATE {Create} UPDATE {Update} MAY_REPLACE {May be replaced} REPLACE {Replace} DELETE {Delete} RETAIN {Kept} other {{approved}}}”. Nothing of this stack was changed.",
    neverApproved:
      "What the cloud would do with {logicalId} ({resourceType}) is “{action, select, CREATE {Create} UPDATE {Update} MAY_REPLACE {May be replaced} REPLACE {Replace} DELETE {Delete} RETAIN {Kept} other {{action}}}”, which differs from what was approved: no change. Nothing of this stack was changed.",
    notBroughtBack: "The run was cancelled, and the stack could not be brought back: {cause}",
    keptOnPurpose: "The stack {stackName} was deleted; kept on purpose: {resources}.",
    checkFailed: "{rule}: {finding}",
    checkFailedAndOne: "{rule}: {finding} There is one more error: see the log.",
    checkFailedAndMore: "{rule}: {finding} There are {count} more errors: see the log.",
    checkFound: "{rule} at {place}: {finding} {remedy}",
  },
  remedy: {
    user: "Correct the request and submit it again.",
    cloud: "Read what the cloud says, correct the cause, then retry the run.",
    greenroom: "Retry the run. If it fails again, tell the platform team its number.",
    planGreenroom:
      "Submit the request again. If its plan fails again, tell the platform team the number of the run.",
    planReadLogs: "A platform engineer has to look at the workers' logs; then submit the request again.",
    readLogs: "A platform engineer has to look at the workers' logs; then retry the run.",
    submitAgain: "Submit the request again when it is wanted after all.",
    planAgain: "Submit the request again, so that it is planned against what is there now.",
    lookAtStack: "A platform engineer has to look at that stack in the AWS console; then retry the run.",
    bringInOrder: "A platform engineer has to repair the stack in the AWS console; then retry the run.",
    renameStack: "Delete that stack in the AWS account, or request an environment with another name.",
    cleanAndRetry: "Choose “Clean and retry”: it deletes that stack, then builds it again.",
    correctThenClean:
      "Correct the cause named here. The stack can only be deleted now: choose “Clean and retry”.",
    correctThenRetry: "Correct the cause named here, then retry the run.",
    rolledBack:
      "The stack was rolled back to what it was before. Correct the cause named here, then retry the run.",
    continueRollback:
      "Correct the cause named here, then choose “Continue the rollback”: the stack then is what it was before.",
    changedMeanwhile: "Somebody changed the stack meanwhile. Retry the run.",
    keptFromDeletion: "Correct what keeps it from being deleted, then retry the run.",
  },
} as const;

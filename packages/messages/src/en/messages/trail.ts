export const trail = {
  trail: {
    runReverted: "Run #{number} undid the drift that request #{request} names.",
    runStarted: "Run #{number} started.",
    runFailed: "Run #{number} failed: {failure}",
    runCancelled: "Run #{number} was cancelled.",
    runCancelledEarly: "Run #{number} was cancelled before it began.",
    runRetries: "Run #{number} retries run #{retried}.",
    runBuilt: "Run #{number} built what request #{request} asked for.",
    runRolledBack: "Run #{number} continued the rollback of what had failed.",
    runDeleted: "Run #{number} deleted everything that request #{request} asked to delete.",
    requestApproved: "Request #{number} was approved.",
    changedMeanwhile: "{name} was changed after this plan was made (version {base}, now {version}).",
    nobodyDecided: "Nobody decided on it for {days} days.",
    planFailed: "{failure} {remedy}",
  },
} as const;

export const drift = {
  drift: {
    mayNotCheck: "Viewers do not check drift. Ask a requester or an approver of the team.",
    mayNotIgnore: "Only approvers decide that drift may stay. Ask one of the team.",
    notReady: "{name} is not ready, so there is nothing to compare yet. Check it once its run has finished.",
    findingNotFound: "There is no such difference any more. Reload the page to see what there is.",
    environmentChanged:
      "The environment was changed while it was checked. The next check looks at what it is now.",
    detectionTooLong:
      "CloudFormation did not finish within 30 minutes. Check again; if it happens again, look at the stacks in the AWS console.",
  },
} as const;

export const audit = {
  audit: {
    title: "Audit",
    description: "Every decision and change, in the order it happened. Nothing here can be edited.",
    loading: "Loading the trail",
    anyAction: "Any action",
    anySubject: "Anything",
    verify: "Verify the chain",
    onlyActor: "Only {name}'s acts",
    history: "History",
    columns: {
      number: "No.",
      at: "Time",
      actor: "Who",
      action: "Did",
      subject: "To",
      reason: "Why",
    },
    subjects: {
      request: "Request",
      environment: "Environment",
      run: "Run",
      costs: "Costs of",
      budget: "Budget of",
      discount: "Discount",
      person: "Person",
      account: "Account",
    },
    intact:
      "{count, plural, one {# entry checked: the chain is whole.} other {# entries checked: the chain is whole.}}",
    broken: "The chain is broken at entry {sequence}: it was changed or removed. Tell the platform team.",
    covered: "Held against checkpoint {number} (<at></at>), which covers the entries up to {sequence}.",
    uncovered:
      "{count, plural, =0 {No entry is newer than it.} one {# newer entry is not covered yet: of it, only the chain speaks.} other {# newer entries are not covered yet: of them, only the chain speaks.}}",
    noCheckpoint:
      "No checkpoint has been signed yet, so entries cut off at the end, or changed together with all later hashes, would not show.",
    badCheckpoint: "Checkpoint {number} was changed or deleted. Tell the platform team.",
    overdue:
      "A new checkpoint is overdue. See that a worker is running and that it has AUDIT_FOLDER and AUDIT_KEY_FILE.",
    empty: {
      title: "Nothing has happened yet",
      body: "Every request, decision and run of your teams leaves a line here.",
    },
    emptyFiltered: {
      title: "Nothing fits these filters",
      body: "Change the filters or clear them.",
    },
    figures: {
      alert: {
        CROSSING: "<usd></usd>, above {value} % of the budget",
        ABSOLUTE: "<usd></usd>, more than ${value} a month added",
        PERCENT: "<usd></usd>, more than {value} % added",
      },
      anomaly: "{part} cost <usd></usd> on {day}",
      threshold: {
        CROSSING: "above {value} %:",
        ABSOLUTE: "more than ${value} a month added:",
        PERCENT: "more than {value} % added:",
      },
    },
  },
  auditActions: {
    request: {
      submitted: "asked",
      planned: "planned it",
      planFailed: "could not plan it",
      approved: "approved",
      approvalVoided: "voided the approval",
      rejected: "rejected",
      withdrawn: "withdrew it",
      expired: "let it expire",
    },
    environment: {
      created: "created it",
      statusChanged: "changed its status",
    },
    run: {
      queued: "queued the run",
      cancelRequested: "asked to cancel",
      cancelled: "cancelled the run",
      retried: "retried the run",
      succeeded: "finished the run",
      failed: "run failed",
    },
    anomaly: {
      dismissed: "dismissed a cost anomaly",
    },
    person: {
      refused: "was refused, because their rights were taken away meanwhile",
    },
    costs: {
      imported: "imported the costs",
    },
    budget: {
      set: "set the budget",
      removed: "removed the budget",
      alertAcknowledged: "acknowledged a budget alert",
    },
    discount: {
      set: "set the discount",
      removed: "removed the discount",
    },
    account: {
      added: "added it",
      changed: "changed it",
      tested: "asked to test its connection",
    },
  },
} as const;

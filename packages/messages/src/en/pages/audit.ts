export const audit = {
  audit: {
    title: "Audit",
    description: "Every decision and change, in the order it happened. Nothing here can be edited.",
    loading: "Loading the audit trail",
    anyAction: "Any action",
    anySubject: "Any subject",
    verify: "Verify the chain",
    onlyActor: "Only by {name}",
    history: "History",
    columns: {
      number: "No.",
      at: "Time",
      actor: "By",
      action: "Action",
      subject: "Subject",
      reason: "Reason",
    },
    subjects: {
      request: "Request",
      environment: "Environment",
      run: "Run",
      costs: "Costs",
      budget: "Budget",
      discount: "Discount",
      person: "Person",
      account: "Account",
    },
    intact:
      "{count, plural, one {# entry checked: the chain is intact.} other {# entries checked: the chain is intact.}}",
    broken: "The chain is broken at entry {sequence}: it was changed or removed. Tell the platform team.",
    covered: "Checked against checkpoint {number} (<at></at>), which covers the entries up to {sequence}.",
    uncovered:
      "{count, plural, =0 {No entry is newer than it.} one {# newer entry is not covered yet: only the chain protects it.} other {# newer entries are not covered yet: only the chain protects them.}}",
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
      title: "Nothing matches these filters",
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
      submitted: "Request submitted",
      planned: "Request planned",
      planFailed: "Planning failed",
      approved: "Request approved",
      approvalVoided: "Approval voided",
      rejected: "Request rejected",
      withdrawn: "Request withdrawn",
      expired: "Request expired",
    },
    environment: {
      created: "Environment created",
      statusChanged: "Status changed",
    },
    run: {
      queued: "Run queued",
      cancelRequested: "Cancellation requested",
      cancelled: "Run cancelled",
      retried: "Run retried",
      succeeded: "Run finished",
      failed: "Run failed",
    },
    anomaly: {
      dismissed: "Cost anomaly dismissed",
    },
    drift: {
      checkAsked: "Drift check requested",
      ignored: "Drift ignored",
      ignoreEnded: "Drift no longer ignored",
    },
    person: {
      refused: "Refused: rights were taken away meanwhile",
    },
    costs: {
      imported: "Costs imported",
    },
    budget: {
      set: "Budget set",
      removed: "Budget removed",
      alertAcknowledged: "Budget alert acknowledged",
    },
    discount: {
      set: "Discount set",
      removed: "Discount removed",
    },
    account: {
      added: "Account added",
      changed: "Account changed",
      tested: "Connection test requested",
    },
  },
} as const;

export const costs = {
  usageFileUnreadable:
    "The usage file cannot be read at {where}: {reason}. Write it as resource_usage: '<'LogicalId'>': '<'key'>': '<'number'>'.",
  anomalyNotFound:
    "{component} is not known to have cost too much on {day}. Reload the page: later figures may have taken the anomaly away.",
  anomalyDismissed:
    "Somebody has dismissed the anomaly of {component} on {day} already. Reload the page to see who and why.",
  anomalyNotYours:
    "Your role does not let you dismiss cost anomalies. Ask a requester or an approver of the team to do it.",
  templateUnreadable: "The template of stack {stack} cannot be priced: {reason}",
  usageInvalid:
    "The usage figure {where} is {low} / {expected} / {high}. Give low ≤ expected ≤ high, none below 0.",
  budget: {
    amount:
      '"{value}" is not an amount. Enter a number above 0 with up to four decimals, such as 500 or 99.50.',
    tooMany: "A budget has at most 10 thresholds. Remove some.",
    sameTwice: "Two thresholds are the same. Change or remove one of them.",
  },
  budgetBlocks:
    "Request #{number} would bring {name} to ${usd} a month, and its budget of ${budget} blocks requests that bring it above ${limit}. Ask for something smaller, destroy what is no longer needed, or have a platform engineer raise the budget.",
  budgetNeedsEngineer:
    "Request #{number} would bring {name} to ${usd} a month. Above ${limit}, its budget of ${budget} lets only a platform engineer approve. Ask one of them to look at it.",
  budgetBlocksAtLeast:
    "Request #{number} would bring {name} to at least ${usd} a month (without a price: {parts}), and its budget of ${budget} blocks requests that bring it above ${limit}. Ask for something smaller, destroy what is no longer needed, or have a platform engineer raise the budget.",
  budgetNeedsEngineerAtLeast:
    "Request #{number} would bring {name} to at least ${usd} a month (without a price: {parts}). Above ${limit}, its budget of ${budget} lets only a platform engineer approve. Ask one of them to look at it.",
  budgetNotYours: "Only platform engineers set budgets, since a budget limits its own team. Ask one of them.",
  budgetTeamNotFound: "There is no such team, or you are not in it. Choose one of the list.",
  budgetMoved:
    "The budget of {name} was changed or removed after you opened it. Reload the page, look at it and set it again.",
  budgetAlertNotFound: "This alert is gone: its budget was changed or removed. Reload the page.",
  costNotANumber:
    '{service}, {component} of {environment} on {day} cannot have cost "{usd}" dollars. Nothing was imported; correct the source and import again.',
  budgetAlertNotYours:
    "Your role does not let you acknowledge budget alerts. Ask an approver of the team to do it.",
  discount: {
    notYours: "Only platform engineers set discounts, since they count for every team. Ask one of them.",
    noAccount: "There is no such account. Choose one of the list.",
    meetsNothing:
      'The price book has no price of {service} that begins with "{skuPrefix}" in {regions}. Write it as the price book does, or leave it empty for the whole service.',
    name: "Give the discount a name of up to 80 characters.",
    percent: '"{value}" is no percentage. Enter a number above 0, up to 100, with up to three decimals.',
    day: '"{value}" is no day. Enter one such as 2026-12-31.',
    endsBeforeStart: "The last day lies before the first. Choose a later one, or leave it empty.",
  },
} as const;

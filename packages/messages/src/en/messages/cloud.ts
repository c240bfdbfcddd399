export const cloud = {
  cloud: {
    wrongAccount:
      "This is for the AWS account {planned}, and {whose} is of the account {actual}. Nothing was sent. A platform engineer has to correct the account's access under Accounts and test it; then retry.",
    strangeStack:
      "This is for the stack {stackName} in {region}, and {stackId} is another. Nothing was sent to it. A platform engineer has to find out where that id comes from.",
    notLetIn:
      "AWS does not let Greenroom into the account {accountId} by the role {roleArn}: {said} A platform engineer has to correct the role's trust or the account under Accounts and test it; then retry.",
    signIn:
      "AWS does not accept Greenroom's credentials ({awsMessage}). The platform team has to renew them; then retry.",
    refused: "AWS refused {operation}: {awsMessage}",
    throttled:
      "AWS is rate-limiting Greenroom and refused this call ({operation}: {awsMessage}). It is tried again by itself.",
    away: "AWS could not be reached or could not answer ({operation}: {awsMessage}). It is tried again by itself.",
    incompleteAnswer: "AWS gave an answer without {missing} ({operation}). It is asked again by itself.",
    noEndpoint: 'AWS_MODE is "{mode}" but no endpoint is set. Set AWS_ENDPOINT_URL, or use AWS_MODE=aws.',
    noCostExplorer:
      "The partition {partition} has no Cost Explorer, so nothing tells what the account {accountId} was billed. Its costs are metered.",
    otherCurrency:
      "The bill is in {currency}, and Greenroom counts in USD. Switch the paying account's currency, or set AWS_COST_EXPLORER=0 to meter costs only.",
    productUnreadable: "AWS answered GetProducts with a product that cannot be read: {start}",
    notSynthesized:
      "The blueprint {blueprint} could not be turned into templates: {reason} Change the options named there, or ask the platform team.",
    policyUnable:
      "The policy check could not judge the blueprint {blueprint}: {reason} Without it nothing can be approved; tell the platform team.",
    childStopped: "{reason} {attempts} processes in a row did not get through the blueprint {blueprint}.",
  },
} as const;

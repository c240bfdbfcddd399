export const cloud = {
  cloud: {
    wrongAccount:
      "This is for the AWS account {planned}, and {whose} is of the account {actual}. Nothing was sent. A platform engineer has to correct the account's way in under Settings and test it; then retry.",
    strangeStack:
      "This is for the stack {stackName} in {region}, and {stackId} is another. Nothing was sent to it. A platform engineer has to find out where that id comes from.",
    notLetIn:
      "AWS does not let Greenroom into the account {accountId} by the role {roleArn}: {said} A platform engineer has to correct the role's trust or the account under Settings and test it; then retry.",
    signIn:
      "AWS does not accept Greenroom's credentials ({awsMessage}). The platform team has to renew them; then retry.",
    refused: "AWS refused {operation}: {awsMessage}",
    notSynthesized:
      "The blueprint {blueprint} could not be turned into templates: {reason} Change the options named there, or ask the platform team.",
    policyUnable:
      "The policy check could not judge the blueprint {blueprint}: {reason} Without it nothing can be approved; tell the platform team.",
    childStopped: "{reason} {attempts} processes in a row did not get through the blueprint {blueprint}.",
  },
} as const;

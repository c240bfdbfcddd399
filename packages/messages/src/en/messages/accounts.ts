export const accounts = {
  account: {
    notYours: "Only platform engineers see and change how Greenroom gets into AWS accounts. Ask one of them.",
    notFound: "There is no such account. Reload the page to see which there are.",
    isThere: "The account {accountId} is in the list already. Change it there.",
    numberStays:
      "The number of an account stays: this one is {accountId}, not {given}. Add another account for another number.",
    stale: "Somebody changed {name} since you opened it. Reload the page and look at it again.",
    number: 'An account number has 12 digits, and "{value}" is not one. Copy it from the AWS console.',
    name: "Enter a name of at most 80 characters.",
    region: '"{value}" is no region. Write it as AWS does, such as ap-northeast-2.',
    noRegion: "Enter at least one region, such as ap-northeast-2.",
    tooManyRegions: "These are more than 40 regions. Enter those that environments are built in.",
    partitions:
      "These regions are of different partitions (AWS, AWS China, AWS GovCloud), which share no accounts. Keep those of one.",
    roleArn:
      "\"{value}\" is no role's ARN. Copy it from the role's page in the AWS console: arn:aws:iam::111122223333:role/greenroom-access.",
    grafanaUrl:
      '"{value}" is no address of Grafana. Enter one with https and without a question mark, such as https://grafana.example.com.',
    roleOfAnother:
      "The role is of the account {roleAccount}, and this is {accountId}. Enter a role of this account.",
    rolePartition:
      "The role is of another partition than the regions. Enter one that begins as their ARNs do: arn:aws:, arn:aws-cn: or arn:aws-us-gov:.",
  },
} as const;

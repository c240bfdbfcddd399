export const accounts = {
  accounts: {
    title: "AWS accounts",
    description:
      "Where environments are built, and how Greenroom gets access. What was planned for an account is built in that one and in no other.",
    add: "Add an account",
    added: "The account was added. Create its role, then test the connection.",
    saved: "The account was saved.",
    change: "Change",
    changeOf: "Change {name}",
    test: "Test the connection",
    testOf: "Test the connection of {name}",
    wayIn: "Access",
    grafana: "Grafana",
    noGrafana: "None: the pages of its environments have no links to dashboards",
    externalId: "External id",
    regions: "Regions",
    environments: "Environments",
    byRole: "A role that Greenroom assumes",
    ownCredentials: "The worker's own credentials",
    dialogHelp: "Greenroom checks whose the credentials are before it does anything with them.",
    save: "Save",
    empty: {
      title: "No accounts yet",
      body: "Add the first AWS account that environments may be built in.",
    },
    fields: {
      accountId: "Account number",
      name: "Name",
      regions: "Regions",
      wayIn: "Access",
      roleArn: "Role",
      grafanaUrl: "Grafana address (optional)",
    },
    help: {
      accountId: "12 digits, such as 111122223333. It stays as it is from then on.",
      name: "What people choose it by, such as ticketing-dev.",
      regions: "Separated by commas, such as ap-northeast-2, us-east-1.",
      wayIn: "The worker's own credentials only reach the account that the worker runs in.",
      roleArn:
        "Its ARN, such as arn:aws:iam::111122223333:role/greenroom-access. The role may be created afterwards.",
      grafanaUrl:
        "Where the dashboards of its environments are, such as https://grafana.example.com. docs/grafana.md says how they get there.",
    },
    result: {
      none: "Not tested yet.",
      waiting: "Waiting for a worker to test it. If nothing happens, look whether a worker runs.",
      running: "A worker is testing it: every call in every region.",
      fine: "Greenroom has access: {calls, plural, one {# call is} other {# calls are}} allowed, in {regions, plural, one {# region} other {# regions}} of the account {accountId}.",
      refused: "{count, plural, one {# call was} other {# calls were}} refused.",
      worker: "The worker is {arn}.",
      remedies: {
        TRUST:
          "Check whether the role exists under this name, whether its trust policy names {workerArn} and the external id shown here, and whether the worker may assume it. Deploying the template below again corrects the first two.",
        OTHER_ACCOUNT:
          "The credentials are of another account. Correct the role's ARN here; the worker's own credentials only reach its own account.",
        OWN_KEYS:
          "The worker has no credentials that AWS takes. Give it a role, a profile or keys, then start it again.",
        POLICY:
          "Allow cloudformation:{call} to the role: deploy the template below again, and look for a service control policy that denies it.",
        PASS_ROLE:
          "Allow iam:PassRole of the execution role to the role: deploy the template below again, and set AWS_EXECUTION_ROLE_ARN to the role that it creates.",
        REGION: "Switch {region} on in the account, or take it off the list of regions here.",
        LATER: "AWS could not be reached or was busy. Test again in a minute.",
      },
    },
    guide: {
      title: "How to create the role",
      body: "Run this in the account, with the template that comes with Greenroom. docs/connect-an-account.md says what each part is for.",
      workerArn: "ARN-OF-THE-WORKER",
      copy: "Copy the command",
    },
  },
} as const;

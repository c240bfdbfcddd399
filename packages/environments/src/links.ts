import type { EnvironmentView } from "./schema";

type StackView = EnvironmentView["stacks"][number];
type Link = EnvironmentView["links"][number];

/** Where the console of a region's partition is. */
function consoleUrl(region: string, path: string): string {
  const domain = region.startsWith("cn-")
    ? "console.amazonaws.cn"
    : region.startsWith("us-gov-")
      ? "console.amazonaws-us-gov.com"
      : "console.aws.amazon.com";
  return `https://${region}.${domain}/${path.replace("{region}", region)}`;
}

/** The stack's page in the AWS console. */
export function stackConsoleUrl(region: string, stackId: string): string {
  return consoleUrl(
    region,
    `cloudformation/home?region={region}#/stacks/stackinfo?stackId=${encodeURIComponent(stackId)}`,
  );
}

/** CloudWatch's own escape in addresses: encoded twice, with $ for %. */
const logsEscape = (text: string) => encodeURIComponent(encodeURIComponent(text)).replaceAll("%", "$");

/** What has a page of its own in the console, by the output that names it. */
const CONSOLE_PAGES: readonly { output: RegExp; kind: Link["kind"]; path: (name: string) => string }[] = [
  {
    output: /^ClusterName$/,
    kind: "CLUSTER",
    path: (name) => `eks/home?region={region}#/clusters/${encodeURIComponent(name)}`,
  },
  {
    output: /^ReplicationGroupId$/,
    kind: "CACHE",
    path: (name) => `elasticache/home?region={region}#/redis/${encodeURIComponent(name)}`,
  },
  {
    output: /TableName$/,
    kind: "TABLE",
    path: (name) => `dynamodbv2/home?region={region}#table?name=${encodeURIComponent(name)}`,
  },
  {
    output: /LogGroupName$/,
    kind: "LOGS",
    path: (name) => `cloudwatch/home?region={region}#logsV2:log-groups/log-group/${logsEscape(name)}`,
  },
];

/**
 * Where else to look: every output that is a web address and, where there is a console, each stack and what
 * of it has a page there.
 */
export function environmentLinks(stacks: readonly StackView[]): Link[] {
  const addresses = stacks.flatMap(({ outputs }) =>
    Object.entries(outputs).flatMap(([key, url]): Link[] =>
      /^https?:\/\//.test(url) && URL.canParse(url) ? [{ kind: linkKind(key), label: key, url }] : [],
    ),
  );
  const consoles = stacks.flatMap((stack): Link[] =>
    stack.consoleUrl
      ? [{ kind: "STACK", label: stack.stackName, url: stack.consoleUrl }, ...partsOf(stack)]
      : [],
  );
  return [...addresses, ...consoles];
}

function partsOf({ region, outputs }: StackView): Link[] {
  return Object.entries(outputs).flatMap(([key, name]) => {
    const page = CONSOLE_PAGES.find(({ output }) => output.test(key));
    return page ? [{ kind: page.kind, label: name, url: consoleUrl(region, page.path(name)) }] : [];
  });
}

function linkKind(outputKey: string): Link["kind"] {
  if (/grafana|dashboard/i.test(outputKey)) return "GRAFANA";
  return /health/i.test(outputKey) ? "HEALTH" : "OUTPUT";
}

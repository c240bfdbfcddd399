import type { EnvironmentView } from "./schema";

type StackView = EnvironmentView["stacks"][number];
type Link = EnvironmentView["links"][number];

/** The stack's page in the AWS console. */
export function stackConsoleUrl(region: string, stackId: string): string {
  return `https://${region}.console.aws.amazon.com/cloudformation/home?region=${region}#/stacks/stackinfo?stackId=${encodeURIComponent(stackId)}`;
}

/** Where else to look: each stack in the console, and every output that is a web address. */
export function environmentLinks(stacks: readonly StackView[]): Link[] {
  const consoles = stacks.flatMap((stack): Link[] =>
    stack.consoleUrl ? [{ kind: "AWS_CONSOLE", label: stack.stackName, url: stack.consoleUrl }] : [],
  );
  const outputs = stacks.flatMap((stack) =>
    Object.entries(stack.outputs).flatMap(([key, url]): Link[] =>
      /^https?:\/\//.test(url) && URL.canParse(url) ? [{ kind: linkKind(key), label: key, url }] : [],
    ),
  );
  return [...outputs, ...consoles];
}

function linkKind(outputKey: string): Link["kind"] {
  if (/grafana|dashboard/i.test(outputKey)) return "GRAFANA";
  return /health/i.test(outputKey) ? "HEALTH" : "OUTPUT";
}

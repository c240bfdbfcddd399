import type { LocalText } from "./blueprint";

/** Who opens connections in an environment, and what they are opened to. */
export type Party =
  | "accelerator"
  | "bastion"
  | "cloudFront"
  | "database"
  | "cache"
  | "kubernetesApi"
  | "loadBalancer"
  | "loadGenerator"
  | "namedNetworks"
  | "nodes"
  | "pods"
  | "sessionManager"
  | "awsServices"
  | "siteBucket"
  | "sshNetworks"
  | "tables"
  | "queues"
  | "buses";

/**
 * A statement that a form makes and a template keeps: `from` gets to `to`. Stacks say which of them hold for a spec
 * (`StackModel.reaches`); a test walks each through security groups, network ACLs, routes and IAM policies of the templates.
 */
export interface Reach {
  from: Party;
  to: Party;
}

/** "the cache, the database and the tables" in both languages. */
export function listTexts(names: readonly LocalText[]): LocalText {
  const english = names.map(({ en }) => en);
  const last = english.pop() ?? "";
  return {
    en: english.length > 0 ? `${english.join(", ")} and ${last}` : last,
    ko: names.map(({ ko }) => ko).join(", "),
  };
}

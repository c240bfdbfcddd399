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
 * A statement that a form makes and a template keeps: `from` gets to `to`. Stacks say which of them hold for
 * a spec (`StackModel.reaches`); a test walks each through security groups, network ACLs, routes and IAM
 * policies of the templates.
 */
export interface Reach {
  from: Party;
  to: Party;
}

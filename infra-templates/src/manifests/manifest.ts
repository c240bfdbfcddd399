import { stringify } from "yaml";
import type { LocalText } from "../model/local-text";
import type { ClusterSettings } from "../stacks/cluster/settings";

/** What the manifests are made from; a part that is off, or that a blueprint has not, leaves its own out. */
export interface ManifestSpec {
  cluster?: ClusterSettings;
  bastion?: { enabled: boolean };
  edge?: { enabled: boolean; alb: boolean; domain: string; viewerFunction: string };
  observability?: { enabled: boolean; prometheus: boolean; tracing: boolean };
}

export interface ManifestContext {
  environmentName: string;
  region: string;
  accountId: string;
  stage: string;
}

/** An output of a stack of the environment, or what stands for it where nothing is deployed yet. */
export type ReadOutput = (stack: string, output: string) => string;

/** A file to apply or to install with. */
export interface ManifestFile {
  /** "ec2nodeclass.yaml" */
  name: string;
  content: string;
}

/** One thing that remains to be done after the deployment, with what it takes. */
export interface RemainingStep {
  key: string;
  title: LocalText;
  why: LocalText;
  /** As typed by somebody who administers the cluster; the files lie in the current folder. */
  commands: readonly string[];
  files: readonly ManifestFile[];
}

/** One or several objects as a YAML file, with a line that says what it is. */
export function yamlFile(name: string, about: string, ...documents: object[]): ManifestFile {
  const body = documents.map((document) => stringify(document, { lineWidth: 0 })).join("---\n");
  return { name, content: `# ${about}\n${body}` };
}

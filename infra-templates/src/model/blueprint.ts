import type { Usage } from "@greenroom/pricing/usage";
import type { z } from "zod";
import type { Flow } from "../flows/flow";
import type { DeletionBlock, SpecIssue } from "../spec/spec-issue";
import type { DashboardKey } from "./dashboards";
import type { FormSection } from "./form";
import type { LocalText } from "./local-text";
import type { Reach } from "./reaches";

/**
 * Facts of the environment that its templates are made from; none of them is chosen in the blueprint's part
 * of the form.
 */
export interface BlueprintContext {
  environmentName: string;
  teamSlug: string;
  ownerEmail: string;
  costCentre: string;
  requestNumber: number;
  stage: string;
  region: string;
  accountId: string;
  /** YYYY-MM-DD, or null for an environment without an end. */
  expiresOn: string | null;
}

export interface StackDescription {
  key: string;
  title: LocalText;
  summary: LocalText;
  dependsOn: readonly string[];
}

/** The CloudFormation resources of a stack that can cost something, told without CDK. */
export interface OutlineStack {
  key: string;
  region: string;
  template: { Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }> };
}

/** What the dependent choices of a spec are checked against. */
export interface CheckContext {
  region: string;
  stage: string;
  /** YYYY-MM-DD; null where the day does not count, as in the synthesis of what was asked for earlier. */
  today: string | null;
}

/**
 * A thing that one environment at a time can have, such as a domain: of all environments, or of those in its
 * account and region.
 */
export interface Claim {
  kind: "domain" | "configRecorder" | "securityHub";
  value: string;
  scope: "everywhere" | "region";
  /** The setting that asks for it. */
  path: string;
  /** Whoever has one of these parts in their spec has the same thing, whatever their blueprint. */
  rivals: readonly Record<string, Record<string, string | boolean>>[];
}

/**
 * A blueprint's browser-safe half: pure data and pure functions, no CDK. Forms, validation and the live price
 * use it. Law (a property test): the estimate of `outline(spec)` equals the estimate of the synthesized
 * templates.
 */
export interface BlueprintModel<Spec = unknown> {
  id: string;
  version: string;
  title: LocalText;
  summary: LocalText;
  specSchema: z.ZodType<Spec>;
  /** Choices that only the region, the stage or the day can refuse; the schema refuses the rest. */
  issues(spec: Spec, context: CheckContext): readonly SpecIssue[];
  presets: readonly {
    key: string;
    label: LocalText;
    summary: LocalText;
    spec: Spec;
    stages: readonly string[];
  }[];
  sections: readonly FormSection[];
  /** Every stack it can have, in the order they are built. */
  everyStack: readonly StackDescription[];
  /** Those that a spec has. */
  stacks(spec: Spec): readonly StackDescription[];
  /** Networks the environment occupies in its account. */
  cidrs(spec: Spec): readonly string[];
  /** What AWS would refuse to do in one update of what is deployed, with the key of its stack. */
  changeIssues(before: Spec, after: Spec): readonly (SpecIssue & { stack: string })[];
  /** What AWS would refuse to delete, with the key of its stack. */
  blocksDeletion(spec: Spec): readonly (DeletionBlock & { stack: string })[];
  /** Who gets to what in an environment of this spec. */
  reaches(spec: Spec): readonly Reach[];
  /** The Grafana dashboards of its stacks, in the order of the stacks. */
  dashboards(spec: Spec): readonly { stack: string; dashboard: DashboardKey }[];
  claims(spec: Spec, context: Pick<BlueprintContext, "region">): readonly Claim[];
  outline(spec: Spec, context: BlueprintContext): OutlineStack[];
  /** What moves in a month of expected traffic: every figure of data transfer in `usage` follows from it. */
  flows(spec: Spec): readonly Flow[];
  usage(spec: Spec): Usage;
}

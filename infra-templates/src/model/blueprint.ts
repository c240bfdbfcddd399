import type { SettingKey } from "@greenroom/messages";
import type { Usage } from "@greenroom/pricing/usage";
import type { App } from "aws-cdk-lib";
import type { z } from "zod";
import type { Flow } from "../flows/flow";
import type { Reach } from "./reaches";

/** Text in both languages of the portal. */
export interface LocalText {
  en: string;
  ko: string;
}

/** Facts of the environment that its templates are made from; none of them is chosen in the blueprint's part of the form. */
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

/** A field is shown only while the field at `path` has this value. */
export interface FieldCondition {
  path: string;
  equals: string | number | boolean;
}

/**
 * One field of the form. `path` leads into the spec ("network.cidr"); the value is checked by the spec's schema. A "list" is a
 * list of texts, one a line; a "date" is text as YYYY-MM-DD, empty for none.
 */
export interface FormField {
  path: string;
  kind: "text" | "number" | "switch" | "choice" | "list" | "date";
  label: LocalText;
  help?: LocalText;
  unit?: LocalText;
  choices?: readonly { value: string | number; label: LocalText }[];
  min?: number;
  max?: number;
  /** Shown only while all of these hold; reset to the preset's value when hidden. */
  visibleWhen?: readonly FieldCondition[];
  /** Whether a change of it on a living environment makes AWS replace resources. */
  isFixedAfterCreate?: boolean;
}

export interface FormSection {
  key: string;
  title: LocalText;
  help: LocalText;
  fields: readonly FormField[];
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

/** A choice that its context or another choice forbids; `params` fill the holes of the message. */
export interface SpecIssue {
  path: string;
  message: SettingKey;
  params?: Record<string, string | number | boolean | null>;
}

/** Something AWS does not delete while a setting of the spec says so. `path` leads to the setting, `message` names it and the remedy. */
export type DeletionBlock = Omit<SpecIssue, "params">;

/** A thing that one environment at a time can have, such as a domain: of all environments, or of those in its account and region. */
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
 * A blueprint's browser-safe half: pure data and pure functions, no CDK. Forms, validation and the live price use it.
 * Law (a property test): the estimate of `outline(spec)` equals the estimate of the synthesized templates.
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
  claims(spec: Spec, context: Pick<BlueprintContext, "region">): readonly Claim[];
  outline(spec: Spec, context: BlueprintContext): OutlineStack[];
  /** What moves in a month of expected traffic: every figure of data transfer in `usage` follows from it. */
  flows(spec: Spec): readonly Flow[];
  usage(spec: Spec): Usage;
}

/** A blueprint's other half: the stacks themselves. Only the synthesis child loads it. */
export interface BlueprintStacks<Spec = unknown> {
  id: string;
  /** Adds the stacks to the app, keyed as in `BlueprintModel.stacks`; the app's name for each is its construct id. */
  build(app: App, spec: Spec, context: BlueprintContext): void;
}

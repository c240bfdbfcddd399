import type { UsageValue } from "@greenroom/pricing/usage";
import type { DeletionBlock, SpecIssue } from "../spec/spec-issue";
import type { BlueprintContext, CheckContext, Claim, OutlineStack } from "./blueprint";
import type { DashboardKey } from "./dashboards";
import type { LocalText } from "./local-text";
import type { Reach } from "./reaches";
import type { SettingsModel } from "./settings-model";

/** The CloudFormation resources of a stack that can cost something, by logical id. */
export type PricedResources = OutlineStack["template"]["Resources"];
/** Logical id → Infracost's usage key → value. */
export type StackUsage = Record<string, Record<string, UsageValue>>;

/**
 * A stack that blueprints are put together from: its browser-safe half, no CDK. `Spec` is the part of a
 * blueprint's spec that the stack reads, such as `{ network: NetworkSettings }`. Write one as `{ … } as const
 * satisfies StackModel<NetworkSpec>`: a blueprint's spec and templates are typed by the keys and schemas of
 * its stacks.
 */
export interface StackModel<Spec, Key extends string = string> {
  key: Key;
  title: LocalText;
  summary: LocalText;
  /** Absent for a stack that reads the settings of others. */
  settings?: SettingsModel;
  /** Keys of the stacks it needs; those that are off are left out. */
  dependsOn: readonly string[];
  /** Absent: the stack is always there. A stack that is off is not synthesized. */
  isOn?: (spec: Spec) => boolean;
  /** Absent: the region of the environment. */
  region?: (spec: Spec, context: BlueprintContext) => string;
  /** Every resource that can cost something, with the properties a price can depend on. */
  outline: (spec: Spec, context: BlueprintContext) => PricedResources;
  usage: (spec: Spec) => StackUsage;
  /**
   * What its settings and those of other stacks cannot be together: the spec's schema refuses it. Asked only
   * while the stack is on.
   */
  conflicts?: (spec: Spec) => readonly SpecIssue[];
  /** Choices that only the region, the stage or the day can refuse; asked only while the stack is on. */
  issues?: (spec: Spec, context: CheckContext) => readonly SpecIssue[];
  /**
   * Steps that AWS does not take in one update of the deployed stack; asked only while it is on before and
   * after.
   */
  changeIssues?: (before: Spec, after: Spec) => readonly SpecIssue[];
  /** What of it AWS refuses to delete as it is; what is kept when its stack goes is in nobody's way. */
  blocksDeletion?: (spec: Spec) => readonly DeletionBlock[];
  /** Who gets to what by it: forms say so, and a test walks the way in the templates. */
  reaches?: (spec: Spec) => readonly Reach[];
  /** The Grafana dashboard that shows how it is doing; null while what it would show is off. */
  dashboard?: (spec: Spec) => DashboardKey | null;
  /** Networks it occupies in its account. */
  cidrs?: (spec: Spec) => readonly string[];
  /** What no other environment may have beside it. */
  claims?: (spec: Spec, context: Pick<BlueprintContext, "region">) => readonly Claim[];
}

import type { Message } from "@greenroom/messages";

type PolicyEngine = "cdk-nag" | "cloudformation-validate";

/** What an engine says of one resource (or output, parameter), before anybody has answered for it. */
export interface RawFinding {
  engine: PolicyEngine;
  rule: string;
  severity: "ERROR" | "WARNING";
  stackKey: string;
  /** Null when it is about the template as a whole. */
  logicalId: string | null;
  /** The rule's own words. */
  message: string;
  /** The rule's own advice; null when it has none. */
  advice: string | null;
}

/**
 * A finding as shown: SUPPRESSED ones were accepted beside their construct, or are known to be wrong, and say
 * why.
 */
export interface PolicyFinding {
  engine: PolicyEngine;
  rule: string;
  severity: "ERROR" | "WARNING" | "SUPPRESSED";
  stackKey: string;
  logicalId: string | null;
  message: string;
  remedy: Message;
  reason: Message | null;
}

export interface PolicyReport {
  /** Sorted: the same templates always give the same list. */
  findings: PolicyFinding[];
  /** How many rules each engine looked at. */
  ruleCounts: Record<PolicyEngine, number>;
}

/** A stack as it will be sent; `template` is JSON and `templateHash` its sha256. */
export interface PolicyStack {
  key: string;
  region: string;
  template: string;
  templateHash: string;
}

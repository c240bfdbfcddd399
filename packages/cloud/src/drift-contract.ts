import type { StackTarget } from "./contract";

/** How far a detection is. CloudFormation keeps what it has found so far also when it fails. */
export interface DriftDetection {
  state: "RUNNING" | "DONE" | "FAILED";
  /** Why it failed, in AWS's words. */
  reason: string | null;
}

/**
 * A property that is not what the template says. `expected` is undefined for what was added, `actual` for
 * what is gone.
 */
export interface PropertyDifference {
  /** Dotted, list positions as numbers: "SecurityGroupIngress.0.CidrIp". */
  path: string;
  expected?: unknown;
  actual?: unknown;
}

/** What CloudFormation found of one resource. Types of which it detects no drift are not among them. */
export interface ResourceDrift {
  logicalId: string;
  resourceType: string;
  physicalId: string | null;
  state: "IN_SYNC" | "MODIFIED" | "DELETED" | "NOT_CHECKED";
  differences: PropertyDifference[];
  checkedAt: Date;
}

/**
 * Asks CloudFormation how a stack differs from its template. Three calls a stack beside the polls; each is
 * one short exchange. All failures are AppErrors, as of `CloudStacks`.
 */
export interface DriftDetector {
  /** Null when a detection is under way already, whoever began it: try again later. */
  startDriftDetection(target: StackTarget): Promise<string | null>;
  findDriftDetection(target: StackTarget, detectionId: string): Promise<DriftDetection>;
  listResourceDrifts(target: StackTarget): Promise<ResourceDrift[]>;
}

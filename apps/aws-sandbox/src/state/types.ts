import type { Json, JsonObject } from "@greenroom/template";

export interface Tag {
  Key: string;
  Value: string;
}

export interface StackParameter {
  ParameterKey: string;
  ParameterValue: string;
  ResolvedValue?: string;
}

export interface StackOutput {
  OutputKey: string;
  OutputValue: string;
  Description?: string;
  ExportName?: string;
}

/** What was asked for: template, parameters and tags, after macros and previous values are applied. */
export interface Submission {
  /** As sent. */
  templateBody: string;
  /** JSON after macros; equals the template when it has none. */
  processedTemplate: string;
  parameters: StackParameter[];
  tags: Tag[];
  capabilities: string[];
  notificationArns: string[];
  roleArn?: string;
  description?: string;
  /** A resource that exists under its name and belongs to no stack is taken over instead of being created. */
  importExisting?: boolean;
  /**
   * Compared with what resources are instead of what they declare, so that drift is undone (DeploymentMode
   * REVERT_DRIFT).
   */
  revertDrift?: boolean;
}

export type ResourceAction = "create" | "update" | "replace" | "delete";

/** A step of a resource that has begun. Kept so that a restarted sandbox goes on where it was. */
interface PendingStep {
  action: ResourceAction;
  /**
   * `initiated`: the physical resource exists and is being waited for until `until` (epoch milliseconds);
   * `signalling`: it is there, and signals are waited for so long.
   */
  stage: "started" | "initiated" | "signalling";
  until: number;
}

export interface ResourceState {
  physicalId: string;
  /** Declared properties as they were resolved. */
  properties: JsonObject;
  /**
   * What the resource "really" is: properties and attributes. Null when it was deleted behind
   * CloudFormation's back.
   */
  live: JsonObject | null;
  /** The declared attributes that a later change is compared with. */
  stackTags: Tag[];
  metadata?: JsonObject;
  deletionPolicy?: string;
  updateReplacePolicy?: string;
  dependsOn: string[];
}

export interface StackResource extends ResourceState {
  logicalId: string;
  type: string;
  status: string;
  statusReason?: string;
  /** ISO timestamp of the last status. */
  timestamp: string;
  pending?: PendingStep;
  /** Signals received (SignalResource), the first of each sender. */
  signals?: { uniqueId: string; status: string }[];
  /** Absent until a detection has looked at it, and again once the resource is changed. */
  drift?: ResourceDrift;
  /** What an alarm is said to have found; absent: OK. */
  alarm?: { state: "OK" | "ALARM" | "INSUFFICIENT_DATA"; reason: string; at: string };
  /** The operation that changed it last, and what it was before that operation (null: it did not exist). */
  touchedBy?: string;
  previous?: ResourceState | null;
}

export interface StackEvent {
  EventId: string;
  StackId: string;
  StackName: string;
  LogicalResourceId: string;
  PhysicalResourceId: string;
  ResourceType: string;
  Timestamp: string;
  ResourceStatus: string;
  ResourceStatusReason?: string;
  ResourceProperties?: string;
  ClientRequestToken?: string;
  OperationId: string;
}

export type Phase =
  | "create"
  | "rollback"
  | "update"
  | "update-cleanup"
  | "update-rollback"
  | "update-rollback-cleanup"
  | "delete";

/** A stack operation under way. */
export interface Operation {
  id: string;
  phase: Phase;
  token?: string;
  /** What is being deployed (create and update). */
  target?: Submission;
  disableRollback: boolean;
  onStackFailure: "ROLLBACK" | "DELETE" | "DO_NOTHING";
  /** Rolled back, a new resource is deleted even where its policy is Retain. */
  retainExceptOnCreate?: boolean;
  /** When a creation with TimeoutInMinutes has taken too long (epoch milliseconds). */
  timeoutAt?: number;
  /** It goes on with a rollback that failed. */
  isContinued?: boolean;
  /** A cancel was asked for: CancelUpdateStack, or DeleteStack during creation. */
  cancelled?: "update" | "delete";
  retainResources: string[];
  /** Old physical resources deleted so far in a cleanup phase, and until when each deletion lasts. */
  cleanup: Record<string, { until: number; isDone: boolean }>;
}

export interface Stack {
  stackId: string;
  stackName: string;
  accountId: string;
  region: string;
  status: string;
  statusReason?: string;
  creationTime: string;
  lastUpdatedTime?: string;
  deletionTime?: string;
  changeSetId?: string;
  /** What is deployed; absent while REVIEW_IN_PROGRESS. */
  deployed?: Submission;
  outputs: StackOutput[];
  /** Exports of other stacks used by this one. */
  imports: string[];
  terminationProtection: boolean;
  disableRollback: boolean;
  timeoutInMinutes?: number;
  /** When drift was last looked for; absent until then, and again once the stack is changed. */
  driftCheckedAt?: string;
  operation?: Operation;
  resources: Map<string, StackResource>;
  /** Oldest first. */
  events: StackEvent[];
}

export interface ChangeSet {
  changeSetId: string;
  changeSetName: string;
  stackId: string;
  stackName: string;
  type: "CREATE" | "UPDATE";
  description?: string;
  status: string;
  statusReason?: string;
  executionStatus: string;
  creationTime: string;
  clientToken?: string;
  /** As asked for; absent means ROLLBACK. */
  onStackFailure?: string;
  /** By its DeploymentConfig. */
  disableRollback?: boolean;
  includeNestedStacks?: boolean;
  submission: Submission;
  /** Change lists as DescribeChangeSet shows them, without and with IncludePropertyValues. */
  changes: Json[];
  changesWithValues: Json[];
}

/**
 * What was last found of a resource: how it differs from what it declares. `actual` is null when it is gone.
 */
export interface ResourceDrift {
  status: "IN_SYNC" | "MODIFIED" | "DELETED";
  checkedAt: string;
  actual: JsonObject | null;
  differences: {
    PropertyPath: string;
    ExpectedValue: string;
    ActualValue: string;
    DifferenceType: "ADD" | "REMOVE" | "NOT_EQUAL";
  }[];
}

/** A drift detection of a stack, under way until `until` (epoch milliseconds). */
export interface DriftDetection {
  id: string;
  stackId: string;
  startedAt: string;
  until: number;
  logicalIds: string[];
  isOver?: boolean;
}

/** What a client token was used for. */
export interface TokenUse {
  key: string;
  fingerprint: string;
  result: Record<string, string>;
}

export interface LedgerEntry {
  at: string;
  action: "CREATE" | "UPDATE" | "DELETE" | "CANCEL_UPDATE" | "CONTINUE_ROLLBACK";
  stackName: string;
  stackId: string;
  token?: string;
  changeSetName?: string;
}

/** A resource that CloudFormation let go (DeletionPolicy Retain) and that still exists. */
export interface RetainedResource {
  stackId: string;
  logicalId: string;
  type: string;
  physicalId: string;
  live: JsonObject | null;
}

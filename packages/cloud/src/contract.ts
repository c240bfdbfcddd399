/**
 * What the rest of Greenroom may ask of a cloud. One implementation speaks to CloudFormation
 * (`./cloudformation`), synthesis runs in a child process (`./synth`). Every call is one short exchange:
 * nothing here waits for a stack to finish. All failures are AppErrors: CLOUD_UNAVAILABLE (away or
 * throttling: try later), CLOUD_REFUSED (it said no, with its words).
 */
import type { BlueprintContext } from "@greenroom/infra-templates/catalog";
import type { PolicyReport } from "@greenroom/infra-templates/policy";
import type { PlannedResourceChange } from "@greenroom/template-analysis";
import type { ChangeSetState, Outcome, StackOperation, StackPhase } from "./statuses";
import type { StackSettings } from "./submission";

export type { PolicyReport };

export interface SynthesizeInput {
  blueprint: string;
  spec: Record<string, unknown>;
  context: BlueprintContext;
}

/**
 * A stack ready to be sent: `template` is minified JSON, `templateHash` its sha256 in hex, `dependsOn` names
 * keys.
 */
export interface SynthesizedStack {
  key: string;
  stackName: string;
  region: string;
  template: string;
  templateHash: string;
  dependsOn: string[];
}

export interface Synthesizer {
  /** Templates in the order they are applied. Throws TEMPLATE_INVALID with the construct's own words. */
  synthesize(input: SynthesizeInput): Promise<SynthesizedStack[]>;
  close(): Promise<void>;
}

/**
 * The templates of a plan with what they were made from: one engine looks at the constructs, the other at the
 * templates.
 */
export interface PolicyInput extends SynthesizeInput {
  stacks: Pick<SynthesizedStack, "key" | "region" | "template" | "templateHash">[];
}

export interface PolicyChecker {
  /**
   * The same input always gets the same report. Throws INTERNAL when the engines cannot run: never an empty
   * report instead.
   */
  check(input: PolicyInput): Promise<PolicyReport>;
  close(): Promise<void>;
}

/** The way into an account. */
export interface AccountAccess {
  /** The role that is assumed; null: the worker's own credentials. */
  roleArn: string | null;
  /** Told when the role is assumed, so that it lets in nobody who does not know it. */
  externalId: string;
}

/**
 * An account and region with the way in. Nothing is signed before AWS has said that the credentials are of
 * this account.
 */
export interface AccountPlace {
  accountId: string;
  region: string;
  access: AccountAccess;
}

/** One call of a test of an account: whether AWS let it in, its words if not, and what helps. */
export interface AccountCall {
  call: string;
  region: string;
  outcome: "OK" | "REFUSED" | "AWAY";
  says: string | null;
  remedy: "TRUST" | "OTHER_ACCOUNT" | "OWN_KEYS" | "POLICY" | "PASS_ROLE" | "REGION" | "LATER" | null;
}

/** An account whose way in is to be tested. */
export type TestedAccount = AccountAccess & { accountId: string; regions: readonly string[] };

export interface AccountTester {
  /**
   * `workerArn`: who the worker itself is, for the role's trust; null when AWS takes none of its credentials.
   */
  test(account: TestedAccount): Promise<{ workerArn: string | null; calls: AccountCall[] }>;
}

export interface StackTarget extends AccountPlace {
  stackName: string;
  /** Known after the first call; a deleted stack answers only to its id. */
  stackId?: string;
}

export interface StackSnapshot {
  stackId: string;
  status: string;
  statusReason: string | null;
  phase: StackPhase;
  /** What is under way; null at rest. */
  operation: StackOperation | null;
  /** Whether its deletion is refused until the protection is taken away. */
  isProtected: boolean;
  tags: Record<string, string>;
  outputs: Record<string, string>;
}

export interface ChangeSetSnapshot {
  changeSetId: string;
  stackId: string;
  status: ChangeSetState;
  reason: string | null;
  changes: PlannedResourceChange[];
}

/** One line of a stack's history, as CloudFormation reports it. */
export interface StackEvent {
  eventId: string;
  at: Date;
  stackId: string;
  logicalId: string;
  resourceType: string;
  physicalId: string | null;
  status: string;
  outcome: Outcome;
  /** Of an event about the stack itself; null for a resource. */
  phase: StackPhase | null;
  reason: string | null;
  /** Token of the operation that caused it: ours, or somebody else's. */
  token: string | null;
  /** The event is about the stack itself. */
  isStack: boolean;
}

export interface CreateChangeSetInput {
  /** Deterministic, so that a repeat after a crash finds the first one: `gr-<run>-<stack>`. */
  name: string;
  token: string;
  kind: "CREATE" | "UPDATE";
  template: string;
  settings: StackSettings;
  /** What was approved (`hashSubmission`): anything else is not sent. */
  approvedHash: string;
}

export interface CloudStacks {
  /**
   * What a stack here is to be told that does not follow from what was asked for; a plan settles it.
   * @throws CLOUD_REFUSED with both numbers when the execution role is of another account
   */
  settingsFor(
    place: Pick<AccountPlace, "accountId" | "region">,
  ): Pick<StackSettings, "capabilities" | "executionRoleArn">;
  /**
   * @throws CLOUD_REFUSED with both numbers when the credentials are of another account, or are not let in
   */
  proveAccount(place: AccountPlace): Promise<void>;
  /** Null when no stack of that name (or id) exists. */
  findStack(target: StackTarget): Promise<StackSnapshot | null>;
  /**
   * Idempotent by name and token.
   * @throws DIGEST_MISMATCH, with nothing sent, when what would be sent is not what was approved
   */
  createChangeSet(
    target: StackTarget,
    input: CreateChangeSetInput,
  ): Promise<{ changeSetId: string; stackId: string }>;
  /** Null when it is gone (executing a change set deletes the stack's other ones). */
  findChangeSet(target: StackTarget, changeSetName: string): Promise<ChangeSetSnapshot | null>;
  /** Names of the stack's change sets; none when it is not there. */
  listChangeSets(target: StackTarget): Promise<string[]>;
  executeChangeSet(target: StackTarget, changeSetName: string, token: string): Promise<void>;
  deleteChangeSet(target: StackTarget, changeSetName: string): Promise<void>;
  /** Events newer than `afterEventId` (all of them when null), oldest first. */
  listEvents(target: StackTarget, afterEventId: string | null): Promise<StackEvent[]>;
  /** Idempotent by token; deleting a stack that is gone is a success. */
  deleteStack(
    target: StackTarget,
    how: { token: string } & Pick<StackSettings, "executionRoleArn">,
  ): Promise<void>;
  /** Only while an update is moving; CloudFormation then rolls back. */
  cancelUpdate(target: StackTarget, token: string): Promise<void>;
  /** Only in the phase ROLLBACK_STUCK; CloudFormation then goes on with the rollback. */
  continueRollback(
    target: StackTarget,
    how: { token: string } & Pick<StackSettings, "executionRoleArn">,
  ): Promise<void>;
  setTerminationProtection(target: StackTarget, isOn: boolean): Promise<void>;
}

import type { Journal } from "./journal";
import { prune } from "./retention";
import type {
  ChangeSet,
  DriftDetection,
  LedgerEntry,
  RetainedResource,
  Stack,
  StackEvent,
  StackResource,
  TokenUse,
} from "./types";

type StackHeader = Omit<Stack, "resources" | "events">;

type Entry =
  | { kind: "stack"; stack: StackHeader }
  | { kind: "resource"; stackId: string; resource: StackResource }
  | { kind: "resource-gone"; stackId: string; logicalId: string }
  | { kind: "event"; event: StackEvent }
  | { kind: "change-set"; changeSet: ChangeSet }
  | { kind: "change-set-gone"; changeSetId: string }
  | { kind: "detection"; detection: DriftDetection }
  | { kind: "token"; token: TokenUse }
  | { kind: "ledger"; entry: LedgerEntry }
  | { kind: "retained"; resource: RetainedResource }
  | { kind: "adopted"; resource: RetainedResource };

/** A tenant of the sandbox: stacks of different accounts and regions do not see each other. */
export interface Place {
  accountId: string;
  region: string;
}

/**
 * All state of the sandbox. Every change goes through a method here and is journaled before the method
 * returns.
 */
export class Store {
  readonly stacks = new Map<string, Stack>();
  readonly changeSets = new Map<string, ChangeSet>();
  readonly detections = new Map<string, DriftDetection>();
  readonly tokens = new Map<string, TokenUse>();
  readonly ledger: LedgerEntry[] = [];
  readonly retained: RetainedResource[] = [];
  /** Physical id → where it was last seen: `[stack id, logical id]`, of which some may be out of date. */
  private readonly sightings = new Map<string, Map<string, string>>();

  constructor(private readonly journal?: Journal) {
    for (const entry of journal?.readAll() ?? []) this.apply(entry as Entry);
    this.compact();
  }

  /** Forgets what is over for long, and writes down anew what is left. */
  compact(): void {
    prune(this);
    this.sightings.clear();
    for (const { stackId, resources } of this.stacks.values())
      for (const resource of resources.values()) this.note(stackId, resource);
    this.journal?.rewrite(this.entries());
  }

  /** The stack of this name that is not deleted, or the one of this id in any state. */
  findStack(place: Place, nameOrId: string): Stack | undefined {
    const byId = this.stacks.get(nameOrId);
    if (byId) return isIn(byId, place) ? byId : undefined;
    return this.stacksIn(place).find(
      (stack) => stack.stackName === nameOrId && stack.status !== "DELETE_COMPLETE",
    );
  }

  stacksIn(place: Place): Stack[] {
    return [...this.stacks.values()].filter((stack) => isIn(stack, place));
  }

  /** The entries of stacks, in whatever status, that have this physical id. */
  holdersOf(physicalId: string): { stack: Stack; resource: StackResource }[] {
    return [...(this.sightings.get(physicalId) ?? [])].flatMap(([at, logicalId]) => {
      const stack = this.stacks.get(at.slice(0, -logicalId.length - 1));
      const resource = stack?.resources.get(logicalId);
      return stack && resource?.physicalId === physicalId ? [{ stack, resource }] : [];
    });
  }

  changeSetsOf(stackId: string): ChangeSet[] {
    return [...this.changeSets.values()].filter((changeSet) => changeSet.stackId === stackId);
  }

  saveStack(stack: Stack): void {
    this.stacks.set(stack.stackId, stack);
    const { resources: _resources, events: _events, ...header } = stack;
    this.write({ kind: "stack", stack: header });
  }

  saveResource(stack: Stack, resource: StackResource): void {
    stack.resources.set(resource.logicalId, resource);
    this.note(stack.stackId, resource);
    this.write({ kind: "resource", stackId: stack.stackId, resource });
  }

  removeResource(stack: Stack, logicalId: string): void {
    stack.resources.delete(logicalId);
    this.write({ kind: "resource-gone", stackId: stack.stackId, logicalId });
  }

  addEvent(stack: Stack, event: StackEvent): void {
    stack.events.push(event);
    this.write({ kind: "event", event });
  }

  saveChangeSet(changeSet: ChangeSet): void {
    this.changeSets.set(changeSet.changeSetId, changeSet);
    this.write({ kind: "change-set", changeSet });
  }

  removeChangeSet(changeSetId: string): void {
    this.changeSets.delete(changeSetId);
    this.write({ kind: "change-set-gone", changeSetId });
  }

  saveDetection(detection: DriftDetection): void {
    this.detections.set(detection.id, detection);
    this.write({ kind: "detection", detection });
  }

  saveToken(token: TokenUse): void {
    this.tokens.set(token.key, token);
    this.write({ kind: "token", token });
  }

  addToLedger(entry: LedgerEntry): void {
    this.ledger.push(entry);
    this.write({ kind: "ledger", entry });
  }

  retain(resource: RetainedResource): void {
    this.retained.push(resource);
    this.write({ kind: "retained", resource });
  }

  /** What was left behind belongs to a stack again. */
  adopt(resource: RetainedResource): void {
    this.dropRetained(resource);
    this.write({ kind: "adopted", resource });
  }

  private dropRetained({ type, physicalId, stackId }: RetainedResource): void {
    const index = this.retained.findIndex(
      (other) => other.type === type && other.physicalId === physicalId && other.stackId === stackId,
    );
    if (index >= 0) this.retained.splice(index, 1);
  }

  /** Forgets everything. */
  reset(): void {
    for (const all of [this.stacks, this.changeSets, this.detections, this.tokens, this.sightings])
      all.clear();
    this.ledger.length = 0;
    this.retained.length = 0;
    this.journal?.rewrite([]);
  }

  private note(stackId: string, { physicalId, logicalId }: StackResource): void {
    if (physicalId === "") return;
    const known = this.sightings.get(physicalId) ?? new Map<string, string>();
    this.sightings.set(physicalId, known.set(`${stackId} ${logicalId}`, logicalId));
  }

  private write(entry: Entry): void {
    this.journal?.append(entry);
    if (this.journal?.isOvergrown()) this.compact();
  }

  private apply(entry: Entry): void {
    switch (entry.kind) {
      case "stack": {
        const known = this.stacks.get(entry.stack.stackId);
        const resources = known?.resources ?? new Map<string, StackResource>();
        this.stacks.set(entry.stack.stackId, { ...entry.stack, resources, events: known?.events ?? [] });
        return;
      }
      case "resource":
        this.stacks.get(entry.stackId)?.resources.set(entry.resource.logicalId, entry.resource);
        this.note(entry.stackId, entry.resource);
        return;
      case "resource-gone":
        this.stacks.get(entry.stackId)?.resources.delete(entry.logicalId);
        return;
      case "event":
        this.stacks.get(entry.event.StackId)?.events.push(entry.event);
        return;
      case "change-set":
        this.changeSets.set(entry.changeSet.changeSetId, entry.changeSet);
        return;
      case "change-set-gone":
        this.changeSets.delete(entry.changeSetId);
        return;
      case "detection":
        this.detections.set(entry.detection.id, entry.detection);
        return;
      case "token":
        this.tokens.set(entry.token.key, entry.token);
        return;
      case "ledger":
        this.ledger.push(entry.entry);
        return;
      case "retained":
        this.retained.push(entry.resource);
        return;
      case "adopted":
        this.dropRetained(entry.resource);
    }
  }

  private *entries(): Generator<Entry> {
    for (const { resources, events, ...stack } of this.stacks.values()) {
      yield { kind: "stack", stack };
      for (const resource of resources.values()) yield { kind: "resource", stackId: stack.stackId, resource };
      for (const event of events) yield { kind: "event", event };
    }
    for (const changeSet of this.changeSets.values()) yield { kind: "change-set", changeSet };
    for (const detection of this.detections.values()) yield { kind: "detection", detection };
    for (const token of this.tokens.values()) yield { kind: "token", token };
    for (const entry of this.ledger) yield { kind: "ledger", entry };
    for (const resource of this.retained) yield { kind: "retained", resource };
  }
}

function isIn(stack: Stack, place: Place): boolean {
  return stack.accountId === place.accountId && stack.region === place.region;
}

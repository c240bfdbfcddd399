import type {
  ChangeSetSnapshot,
  CloudStacks,
  CreateChangeSetInput,
  StackEvent,
  StackSnapshot,
  StackTarget,
} from "@greenroom/cloud";
import { operationOf, outcomeOf, phaseOf } from "@greenroom/cloud/statuses";
import { AppError } from "@greenroom/errors";
import type { FakeChangeSet, FakeStack } from "./fake-stack";

/**
 * A cloud of a few lines for the logic of runs: stacks that take some looks to build, fail on demand, and a
 * ledger of the operations that were accepted. It knows no tokens: whatever is asked twice is done twice. The
 * adapter to CloudFormation is proved against the sandbox, not here.
 */
export class FakeCloud implements CloudStacks {
  readonly ledger: string[] = [];
  readonly stacks = new Map<string, FakeStack>();
  readonly changeSets = new Map<string, FakeChangeSet>();
  /** Looks that an operation takes. */
  slowness = 1;
  /** Logical id → the reason its next operation fails for. */
  failing = new Map<string, string>();
  /** Logical id → why it cannot be brought back when its next update is rolled back. */
  stuck = new Map<string, string>();
  /** Thrown by the next calls. */
  refusals: AppError[] = [];
  /** Runs after an operation was accepted; tests crash or cancel here. */
  onAccepted: (operation: string) => void | Promise<void> = () => {};
  /** Adds a change to every change set that nobody planned. */
  surprise: ChangeSetSnapshot["changes"] = [];
  private serial = 0;

  settingsFor() {
    return { capabilities: [], executionRoleArn: null };
  }

  async proveAccount(): Promise<void> {}

  async findStack(target: StackTarget): Promise<StackSnapshot | null> {
    this.refuse();
    const stack = this.find(target);
    if (!stack) return null;
    this.tick(stack);
    return {
      stackId: stack.id,
      status: stack.status,
      statusReason: null,
      phase: phaseOf(stack.status),
      operation: operationOf(stack.status),
      isProtected: stack.isProtected,
      tags: stack.tags,
      outputs: { Name: stack.name },
    };
  }

  async createChangeSet(target: StackTarget, input: CreateChangeSetInput): Promise<FakeChangeSet> {
    this.refuse();
    const stack = this.find(target) ?? this.born(target.stackName);
    const known = this.changeSets.get(input.name);
    if (known) return known;
    const template = JSON.parse(input.template) as FakeStack["template"];
    const changes = this.changesOf(stack.template, template).concat(this.surprise);
    const changeSet: FakeChangeSet = {
      name: input.name,
      tags: input.settings.tags,
      changeSetId: `cs-${++this.serial}`,
      stackId: stack.id,
      status: changes.length > 0 ? "READY" : "NO_CHANGES",
      reason: null,
      changes,
      template: input.template,
    };
    this.changeSets.set(input.name, changeSet);
    await this.accepted(`change-set ${target.stackName}`);
    return changeSet;
  }

  async findChangeSet(_: StackTarget, name: string): Promise<ChangeSetSnapshot | null> {
    this.refuse();
    return this.changeSets.get(name) ?? null;
  }

  async listChangeSets(target: StackTarget): Promise<string[]> {
    const stack = this.find(target);
    return [...this.changeSets.values()].flatMap(({ stackId, name }) =>
      stackId === stack?.id ? [name] : [],
    );
  }

  async executeChangeSet(target: StackTarget, name: string, token: string): Promise<void> {
    this.refuse();
    const changeSet = this.changeSets.get(name);
    const stack = this.find(target);
    if (!stack || changeSet?.status !== "READY") throw refused(`${name} cannot be executed`);
    changeSet.status = "EXECUTED";
    stack.tags = changeSet.tags;
    const verb = stack.template === null ? "CREATE" : "UPDATE";
    const before = stack.template;
    const template = JSON.parse(changeSet.template) as NonNullable<FakeStack["template"]>;
    this.begin(stack, `${verb}_IN_PROGRESS`, token, () => {
      const broken = changeSet.changes.find(({ logicalId }) => this.failing.has(logicalId));
      if (broken) {
        const reason = this.failing.get(broken.logicalId) ?? "";
        this.failing.delete(broken.logicalId);
        this.log(stack, token, broken.logicalId, broken.resourceType, `${verb}_FAILED`, reason);
        this.log(stack, token, "Other", "AWS::X::Y", `${verb}_FAILED`, "Resource creation cancelled");
        if (verb === "CREATE") {
          stack.template = before;
          this.end(stack, "ROLLBACK_COMPLETE", token);
        } else this.endRollback(stack, token);
        return;
      }
      stack.template = template;
      for (const [id, { Type }] of Object.entries(template.Resources)) {
        this.log(stack, token, id, Type, `${verb}_COMPLETE`, null);
      }
      this.end(stack, `${verb}_COMPLETE`, token);
    });
    await this.accepted(`execute ${stack.name}`);
  }

  async deleteChangeSet({ stackName }: StackTarget, name: string): Promise<void> {
    this.refuse();
    if (this.changeSets.delete(name)) await this.onAccepted(`discard ${stackName}`);
  }

  async listEvents(target: StackTarget, afterEventId: string | null): Promise<StackEvent[]> {
    this.refuse();
    const stack = this.find(target);
    if (stack) this.tick(stack);
    const events = stack?.events ?? [];
    return events.slice(events.findIndex(({ eventId }) => eventId === afterEventId) + 1);
  }

  async deleteStack(target: StackTarget, { token }: { token: string }): Promise<void> {
    this.refuse();
    const stack = this.find(target);
    if (!stack || stack.status === "DELETE_COMPLETE") return;
    if (stack.isProtected) throw refused(`${stack.name} is protected`);
    const keeper = Object.keys(stack.template?.Resources ?? {}).find((id) => this.failing.has(id));
    this.begin(stack, "DELETE_IN_PROGRESS", token, () => {
      if (keeper) {
        this.log(stack, token, keeper, "AWS::X::Y", "DELETE_FAILED", this.failing.get(keeper) ?? "");
        this.failing.delete(keeper);
        this.end(stack, "DELETE_FAILED", token);
        return;
      }
      stack.template = null;
      this.end(stack, "DELETE_COMPLETE", token);
    });
    await this.accepted(`delete ${stack.name}`);
  }

  async cancelUpdate(target: StackTarget, token: string): Promise<void> {
    this.refuse();
    const stack = this.find(target);
    if (stack?.status !== "UPDATE_IN_PROGRESS") throw refused("no update is moving");
    this.begin(stack, "UPDATE_ROLLBACK_IN_PROGRESS", token, () => this.endRollback(stack, token, false));
    await this.accepted(`cancel ${stack.name}`);
  }

  async continueRollback(target: StackTarget, { token }: { token: string }): Promise<void> {
    this.refuse();
    const stack = this.find(target);
    if (stack?.status !== "UPDATE_ROLLBACK_FAILED") throw refused("no rollback has failed");
    this.begin(stack, "UPDATE_ROLLBACK_IN_PROGRESS", token, () => this.endRollback(stack, token, false));
    await this.accepted(`continue-rollback ${stack.name}`);
  }

  async setTerminationProtection(target: StackTarget, isOn: boolean): Promise<void> {
    const stack = this.find(target);
    if (stack) stack.isProtected = isOn;
    await this.accepted(`protect ${target.stackName} ${isOn}`);
  }

  private find({ stackName, stackId }: StackTarget): FakeStack | undefined {
    if (stackId) return this.stacks.get(stackId);
    return [...this.stacks.values()].find(
      ({ name, status }) => name === stackName && status !== "DELETE_COMPLETE",
    );
  }

  private born(name: string): FakeStack {
    const id = `arn:${name}:${++this.serial}`;
    const stack = {
      id,
      name,
      status: "REVIEW_IN_PROGRESS",
      isProtected: false,
      tags: {},
      template: null,
      events: [],
      looksLeft: 0,
      finish: null,
    };
    this.stacks.set(id, stack);
    return stack;
  }

  private changesOf(
    before: FakeStack["template"],
    after: FakeStack["template"],
  ): ChangeSetSnapshot["changes"] {
    return Object.entries(after?.Resources ?? {}).flatMap(([logicalId, resource]) => {
      const old = before?.Resources[logicalId];
      if (JSON.stringify(old) === JSON.stringify(resource)) return [];
      return [
        { logicalId, resourceType: resource.Type, action: old ? ("UPDATE" as const) : ("CREATE" as const) },
      ];
    });
  }

  private begin(stack: FakeStack, status: string, token: string, finish: () => void): void {
    stack.looksLeft = this.slowness;
    stack.finish = finish;
    this.end(stack, status, token);
  }

  private end(stack: FakeStack, status: string, token: string): void {
    stack.status = status;
    this.log(stack, token, stack.name, "AWS::CloudFormation::Stack", status, null);
  }

  /** @param isTold whether it has still to be said that the stack is being rolled back */
  private endRollback(stack: FakeStack, token: string, isTold = true): void {
    if (isTold) this.end(stack, "UPDATE_ROLLBACK_IN_PROGRESS", token);
    const held = Object.keys(stack.template?.Resources ?? {}).find((id) => this.stuck.has(id));
    if (held) {
      this.log(stack, token, held, "AWS::X::Y", "UPDATE_FAILED", this.stuck.get(held) ?? "");
      this.stuck.delete(held);
    }
    this.end(stack, held ? "UPDATE_ROLLBACK_FAILED" : "UPDATE_ROLLBACK_COMPLETE", token);
  }

  private tick(stack: FakeStack): void {
    if (!stack.finish || stack.looksLeft-- > 0) return;
    const { finish } = stack;
    stack.finish = null;
    finish();
  }

  private log(
    stack: FakeStack,
    token: string,
    logicalId: string,
    resourceType: string,
    status: string,
    reason: string | null,
  ): void {
    const isStack = resourceType === "AWS::CloudFormation::Stack";
    stack.events.push({
      eventId: `event-${++this.serial}`,
      at: new Date(),
      stackId: stack.id,
      logicalId,
      resourceType,
      physicalId: null,
      status,
      outcome: outcomeOf(status),
      phase: isStack ? phaseOf(status) : null,
      reason,
      token,
      isStack,
    });
  }

  private async accepted(operation: string): Promise<void> {
    this.ledger.push(operation);
    await this.onAccepted(operation);
  }

  private refuse(): void {
    const refusal = this.refusals.shift();
    if (refusal) throw refusal;
  }
}

const refused = (awsMessage: string): AppError =>
  new AppError("cloud.refused", { operation: "the call", awsMessage });

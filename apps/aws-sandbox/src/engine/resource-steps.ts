import type { JsonObject, ResolvedResource, Value } from "@greenroom/template";
import { createPhysicalResource, type PhysicalResource } from "../resources/attributes";
import { propertyProblem } from "../resources/check-properties";
import { TYPE_OVERRIDES } from "../resources/known-types";
import { isCustom } from "../resources/specification";
import type { Run } from "../sandbox";
import type { Place } from "../state/store";
import type { ResourceAction, ResourceState, StackResource } from "../state/types";
import { exists } from "./environment";
import { setResourceStatus } from "./events";
import { findLeftBehind } from "./left-behind";
import { Cancelled, ResourceFailure, waitUntil } from "./run";
import { answerSeconds, awaitAnswer, awaitSignals, type SignalWait } from "./signals";

/** The share of a creation that passes before AWS knows the physical id. */
const SHARE_BEFORE_INITIATED = 0.15;
const REPLACING = "Requested update requires the creation of a new physical resource; hence creating one.";

/** Creates the resource: three events, the physical id from the second on. @throws ResourceFailure */
export async function createResource(
  run: Run,
  logicalId: string,
  next: ResolvedResource,
  wait?: SignalWait,
): Promise<void> {
  const { sandbox, stack } = run;
  let resource = stack.resources.get(logicalId);
  if (resource?.pending?.action !== "create") {
    resource = {
      ...desiredState(run, next),
      logicalId,
      type: next.type,
      physicalId: "",
      live: null,
      status: "",
      timestamp: "",
      touchedBy: run.operation.id,
      previous: null,
    };
    begin(run, resource, "create");
    const verb = findLeftBehind(sandbox, stack, run.operation.target, next) ? "IMPORT" : "CREATE";
    setResourceStatus(sandbox, stack, resource, `${verb}_IN_PROGRESS`);
  }
  await step(run, resource, "create", async () => {
    await awaitAnswer(run, resource);
    const isNew = resource.pending?.stage === "started";
    if (isNew && !adopt(run, resource, next)) await initiate(run, resource, next, "CREATE_IN_PROGRESS");
    await stabilize(run, resource, wait);
    finish(run, resource, resource.status.replace("IN_PROGRESS", "COMPLETE"));
  });
}

/** Changes the resource in place. @throws ResourceFailure */
export async function updateResource(
  run: Run,
  resource: StackResource,
  next: ResolvedResource,
): Promise<void> {
  if (resource.pending?.action !== "update") {
    rememberPrevious(run, resource);
    begin(run, resource, "update");
    tellUpdating(run, resource, next);
  }
  await step(run, resource, "update", async () => {
    await waitUntil(run, resource.pending?.until ?? 0);
    if (resource.live === null) throw new ResourceFailure(notFound(resource));
    Object.assign(resource, desiredState(run, next), { live: changedLive(resource, next.properties) });
    finish(run, resource, "UPDATE_COMPLETE");
  });
}

/** Makes a new physical resource; the old one is deleted in the cleanup phase. @throws ResourceFailure */
export async function replaceResource(
  run: Run,
  resource: StackResource,
  next: ResolvedResource,
  wait?: SignalWait,
): Promise<void> {
  if (resource.pending?.action !== "replace") {
    rememberPrevious(run, resource);
    begin(run, resource, "replace");
    tellUpdating(run, resource, next, REPLACING);
  }
  await step(run, resource, "update", async () => {
    if (resource.pending?.stage === "started") await initiate(run, resource, next, "UPDATE_IN_PROGRESS");
    await stabilize(run, resource, wait);
    finish(run, resource, "UPDATE_COMPLETE");
  });
}

/** The time until a new resource is usable, and then what it is to be signalled. */
async function stabilize(run: Run, resource: StackResource, wait?: SignalWait): Promise<void> {
  if (resource.pending?.stage !== "signalling") await waitUntil(run, resource.pending?.until ?? 0);
  if (wait && resource.status !== "IMPORT_IN_PROGRESS") await awaitSignals(run, resource, wait);
}

/** What the stack notes about a resource once the change is through. */
export function desiredState(run: Run, next: ResolvedResource): Omit<ResourceState, "physicalId" | "live"> {
  return {
    properties: next.properties as JsonObject,
    stackTags: run.operation.target?.tags ?? [],
    metadata: next.metadata,
    deletionPolicy: next.deletionPolicy,
    updateReplacePolicy: next.updateReplacePolicy,
    dependsOn: next.dependsOn,
  };
}

/** Keeps what the resource was before this operation, for a rollback. */
export function rememberPrevious(run: Run, resource: StackResource): void {
  if (resource.touchedBy === run.operation.id) return;
  resource.previous = stateOf(resource);
  resource.touchedBy = run.operation.id;
}

export function stateOf(resource: StackResource): ResourceState {
  const {
    physicalId,
    properties,
    live,
    stackTags,
    metadata,
    deletionPolicy,
    updateReplacePolicy,
    dependsOn,
  } = resource;
  return {
    physicalId,
    properties,
    live,
    stackTags,
    metadata,
    deletionPolicy,
    updateReplacePolicy,
    dependsOn,
  };
}

function begin(run: Run, resource: StackResource, action: ResourceAction): void {
  const { durations } = run.sandbox;
  resource.signals = undefined;
  resource.drift = undefined;
  const whole = durations.ofResource(run.stack, resource.type, action);
  const first = action === "update" || action === "delete" ? whole : whole * SHARE_BEFORE_INITIATED;
  const isAnswered = action === "create" && isCustom(resource.type);
  const wait = isAnswered ? durations.ofSeconds(answerSeconds(resource.properties)) : first;
  resource.pending = { action, stage: "started", until: Date.now() + wait };
}

function finish(run: Run, resource: StackResource, status: string): void {
  resource.pending = undefined;
  setResourceStatus(run.sandbox, run.stack, resource, status);
}

/** An update's first event already shows the properties it is going to have. */
function tellUpdating(run: Run, resource: StackResource, next: ResolvedResource, reason?: string): void {
  const current = resource.properties;
  resource.properties = next.properties as JsonObject;
  setResourceStatus(run.sandbox, run.stack, resource, "UPDATE_IN_PROGRESS", reason);
  resource.properties = current;
  run.sandbox.store.saveResource(run.stack, resource);
}

async function step(
  run: Run,
  resource: StackResource,
  phase: "create" | "update",
  act: () => Promise<void>,
): Promise<void> {
  const { sandbox, stack } = run;
  const { logicalId, type } = resource;
  const fault = sandbox.faults.take({ stackName: stack.stackName, logicalId, resourceType: type, phase });
  try {
    if (fault !== undefined) {
      await waitUntil(run, resource.pending?.until ?? 0);
      throw new ResourceFailure(fault);
    }
    await act();
  } catch (error) {
    const isCancelled = error instanceof Cancelled;
    if (!isCancelled && !(error instanceof ResourceFailure)) throw error;
    const noun = phase === "create" ? "creation" : "update";
    const reason = isCancelled ? `Resource ${noun} cancelled` : error.message;
    resource.pending = undefined;
    setResourceStatus(
      sandbox,
      stack,
      resource,
      phase === "create" ? "CREATE_FAILED" : "UPDATE_FAILED",
      reason,
    );
    throw isCancelled ? new Cancelled(reason) : new ResourceFailure(reason);
  }
}

/** Takes over what exists under the resource's name, if the change set says so. */
function adopt(run: Run, resource: StackResource, next: ResolvedResource): boolean {
  const { sandbox, stack } = run;
  const kept = findLeftBehind(sandbox, stack, run.operation.target, next);
  if (!kept) return false;
  sandbox.store.adopt(kept);
  const live = { ...kept.live, ...(next.properties as JsonObject) };
  Object.assign(resource, desiredState(run, next), { physicalId: kept.physicalId, live });
  resource.pending = { action: "create", stage: "initiated", until: Date.now() };
  setResourceStatus(sandbox, stack, resource, "IMPORT_IN_PROGRESS", "Resource import started.");
  return true;
}

/** The moment the physical resource comes into being. */
async function initiate(
  run: Run,
  resource: StackResource,
  next: ResolvedResource,
  status: string,
): Promise<void> {
  const { sandbox, stack } = run;
  await waitUntil(run, resource.pending?.until ?? 0);
  const properties = next.properties as JsonObject;
  const spec = sandbox.specification.find(next.type);
  const problem = propertyProblem(resource.logicalId, properties, spec);
  if (problem) throw new ResourceFailure(problem);
  const { accountId, region, stackName } = stack;
  const { logicalId } = resource;
  const created = createPhysicalResource({
    type: next.type,
    logicalId,
    stackName,
    accountId,
    region,
    properties,
    spec,
  });
  if (isOneAnd(next.type, created, resource)) throw new ResourceFailure(customNamed(created.physicalId));
  if (isTaken(run, next.type, created))
    throw new ResourceFailure(alreadyExists(next.type, created.physicalId));
  const rest = sandbox.durations.ofResource(stack, resource.type, "create") * (1 - SHARE_BEFORE_INITIATED);
  Object.assign(resource, desiredState(run, next), created);
  resource.pending = {
    action: resource.pending?.action ?? "create",
    stage: "initiated",
    until: Date.now() + rest,
  };
  setResourceStatus(sandbox, stack, resource, status, "Resource creation Initiated");
}

function changedLive(resource: StackResource, properties: Record<string, Value>): JsonObject {
  const dropped = Object.keys(resource.properties).filter((name) => !Object.hasOwn(properties, name));
  const kept = Object.entries(resource.live ?? {}).filter(([name]) => !dropped.includes(name));
  return { ...Object.fromEntries(kept), ...(properties as JsonObject) };
}

/** Does a resource of this type and id exist in the account and region, in a stack or left behind by one? */
function isTaken({ sandbox, stack }: Run, type: string, created: PhysicalResource): boolean {
  const { store } = sandbox;
  const isHere = ({ accountId, region }: Place) => accountId === stack.accountId && region === stack.region;
  const inStacks = store
    .holdersOf(created.physicalId)
    .filter(({ stack: holder, resource }) => isHere(holder) && resource.type === type && exists(resource))
    .some(({ resource }) => isOneAnd(type, created, resource));
  return (
    inStacks ||
    store.retained.some((other) => {
      const origin = store.stacks.get(other.stackId);
      return other.type === type && isOneAnd(type, created, other) && origin && isHere(origin);
    })
  );
}

/** Is it one and the same resource? */
function isOneAnd(
  type: string,
  created: PhysicalResource,
  other: { physicalId: string; live: JsonObject | null },
): boolean {
  const apart = TYPE_OVERRIDES[type]?.distinguishedBy ?? [];
  return (
    other.physicalId === created.physicalId &&
    apart.every((name) => created.live[name] === other.live?.[name])
  );
}

function alreadyExists(type: string, physicalId: string): string {
  return `Resource of type '${type}' with identifier '${physicalId}' already exists.`;
}

function customNamed(physicalId: string): string {
  return `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${physicalId} and update the stack again.`;
}

function notFound({ type, physicalId }: StackResource): string {
  return `Resource of type '${type}' with identifier '${physicalId}' was not found.`;
}

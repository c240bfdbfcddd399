import {
  createScope,
  dependencyGraph,
  findUnknowns,
  type Json,
  resolveOutputs,
  resolveResource,
  resolveValue,
  type Scope,
  TemplateError,
  topologicalOrder,
} from "@greenroom/template";
import type { Run } from "../sandbox";
import type { StackOutput, StackResource, Submission } from "../state/types";
import { isSame } from "./canonical";
import { environmentOf, exists, findExport, importersOf, templateOf } from "./environment";
import { setResourceStatus } from "./events";
import { outputText } from "./plan-changes";
import {
  createResource,
  desiredState,
  rememberPrevious,
  replaceResource,
  updateResource,
} from "./resource-steps";
import { comparedProperties, isGone } from "./revert-drift";
import { ResourceFailure } from "./run";
import { type Failure, runGraph } from "./run-graph";
import { signalsFor } from "./signals";

export interface Deployment {
  failures: Failure[];
  /** Present when everything succeeded. */
  outputs?: StackOutput[];
  /** Exports used. */
  imports: string[];
  /** A failure of the stack itself rather than of one resource. */
  stackFailure?: string;
}

/** Brings the stack's resources to what the operation's target says, as parallel as its references allow. */
export async function deploy(run: Run): Promise<Deployment> {
  const deployment = await attempt(run);
  run.sandbox.store.saveStack(run.stack);
  return deployment;
}

async function attempt(run: Run): Promise<Deployment> {
  const { operation } = run;
  const target = operation.target as Submission;
  const imports = new Set<string>();
  try {
    const scope = deploymentScope(run, target, imports);
    const graph = dependencyGraph(scope.template, scope.conditions);
    topologicalOrder(graph);
    const failures = await runGraph(
      graph,
      (id) => applyResource(run, id, scope, [...(graph.get(id) ?? [])]),
      {
        onFailure: "stop",
        failed: () => run.cancel.abort(),
        isCancelled: () => run.cancel.signal.aborted,
      },
    );
    if (failures.length > 0 || operation.cancelled) return { failures, imports: [...imports] };
    const outputs = readOutputs(scope);
    const problem = exportProblem(run, outputs);
    if (problem) return { failures, imports: [...imports], stackFailure: problem };
    return { failures, imports: [...imports], outputs };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { failures: [], imports: [...imports], stackFailure: error.message };
  }
}

function deploymentScope(run: Run, target: Submission, imports: Set<string>): Scope {
  const environment = environmentOf(run.sandbox, run.stack, target);
  return createScope(templateOf(target), {
    ...environment,
    importValue: (name) => {
      imports.add(name);
      return environment.importValue?.(name);
    },
  });
}

/** Creates, updates, replaces or leaves one resource, whatever its present state asks for. */
async function applyResource(run: Run, logicalId: string, scope: Scope, needs: string[]): Promise<void> {
  const resource = run.stack.resources.get(logicalId);
  const isDone =
    resource?.touchedBy === run.operation.id && !resource.pending && resource.status.endsWith("_COMPLETE");
  if (isDone) return;
  const next = resolveOrFail(run, logicalId, scope, needs);
  const { type, properties } = next;
  const wait = signalsFor(type, properties, resolveValue(creationPolicyOf(logicalId, scope), scope) as Json);
  const isThere = resource && exists(resource) && !isGone(resource, run.operation.target);
  const isUnmade = !resource || (!isThere && resource.pending?.action !== "replace");
  if (isUnmade || resource.pending?.action === "create") return createResource(run, logicalId, next, wait);
  if (resource.pending?.action === "replace") return replaceResource(run, resource, next, wait);
  if (resource.pending?.action === "update") return updateResource(run, resource, next);

  const change = changeOf(run, resource, next.properties);
  if (change === "replace") return replaceResource(run, resource, next, wait);
  if (change === "update") return updateResource(run, resource, next);
  const desired = desiredState(run, next);
  if (isSame({ ...resource, ...desired }, resource)) return;
  // Only notes of CloudFormation's own change (policies, metadata): no event, nothing to wait for.
  rememberPrevious(run, resource);
  run.sandbox.store.saveResource(run.stack, Object.assign(resource, desired));
}

const creationPolicyOf = (logicalId: string, { template }: Scope): Json =>
  template.Resources[logicalId]?.CreationPolicy ?? null;

function resolveOrFail(
  run: Run,
  logicalId: string,
  scope: Scope,
  needs: string[],
): ReturnType<typeof resolveResource> {
  try {
    const next = resolveResource(logicalId, scope);
    const missing = findUnknowns(next.properties).flatMap(({ causes }) => causes);
    if (missing.length > 0) throw new TemplateError(`Unable to resolve [${missing.join(", ")}]`);
    return { ...next, dependsOn: needs };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw failBeforeStart(run, logicalId, scope, error.message);
  }
}

/** A resource whose properties cannot be evaluated fails like one whose creation fails. */
function failBeforeStart(run: Run, logicalId: string, scope: Scope, message: string): ResourceFailure {
  const existing = run.stack.resources.get(logicalId);
  const isNew = !existing || !exists(existing);
  const resource: StackResource =
    isNew || !existing
      ? {
          logicalId,
          type: scope.template.Resources[logicalId]?.Type ?? "",
          physicalId: "",
          properties: {},
          live: null,
          stackTags: [],
          dependsOn: [],
          status: "",
          timestamp: "",
          touchedBy: run.operation.id,
          previous: null,
        }
      : existing;
  if (!isNew) rememberPrevious(run, resource);
  setResourceStatus(run.sandbox, run.stack, resource, isNew ? "CREATE_FAILED" : "UPDATE_FAILED", message);
  return new ResourceFailure(message);
}

function changeOf(
  run: Run,
  resource: StackResource,
  next: Record<string, unknown>,
): "none" | "update" | "replace" {
  const { specification } = run.sandbox;
  const before = comparedProperties(resource, run.operation.target);
  const names = [...new Set([...Object.keys(before), ...Object.keys(next)])];
  const changed = names.filter((name) => !isSame(before[name], next[name]));
  const isReplaced = changed.some(
    (name) => specification.recreation(resource.type, name, before[name], next[name]) === "Always",
  );
  if (isReplaced) return "replace";
  const tags = run.operation.target?.tags ?? [];
  const isRetagged = specification.isTaggable(resource.type) && !isSame(resource.stackTags, tags);
  const isRetried = resource.status === "UPDATE_FAILED";
  return changed.length > 0 || isRetagged || isRetried ? "update" : "none";
}

function readOutputs(scope: Scope): StackOutput[] {
  return Object.entries(resolveOutputs(scope)).map(([OutputKey, { value, description, exportName }]) => {
    const missing = findUnknowns(value).flatMap(({ causes }) => causes);
    if (missing.length > 0) throw new TemplateError(`Unable to resolve [${missing.join(", ")}]`);
    return {
      OutputKey,
      OutputValue: outputText(value),
      ...(description && { Description: description }),
      ...(exportName !== undefined && { ExportName: String(exportName) }),
    };
  });
}

/** Export names are unique in an account and region, and one in use can neither change nor go. */
function exportProblem(run: Run, outputs: StackOutput[]): string | undefined {
  const { sandbox, stack } = run;
  for (const { ExportName } of outputs) {
    const owner = ExportName ? findExport(sandbox, stack, ExportName)?.stack : undefined;
    if (owner && owner.stackId !== stack.stackId) {
      return `Export with name ${ExportName} is already exported by stack ${owner.stackName}.`;
    }
  }
  for (const { ExportName, OutputValue } of stack.outputs) {
    if (!ExportName) continue;
    const next = outputs.find((output) => output.ExportName === ExportName);
    if (next?.OutputValue === OutputValue) continue;
    const users = importersOf(sandbox, stack, ExportName);
    if (users.length === 0) continue;
    const verb = next ? "updated" : "deleted";
    return `Export ${ExportName} cannot be ${verb} as it is in use by ${users.join(", ")}`;
  }
  return undefined;
}

import { templateOf } from "../engine/environment";
import { signalsFor, wake } from "../engine/signals";
import { refusals } from "../errors";
import { boundedText, choice, requiredText } from "../protocol/query";
import { type Action, stackOf } from "./call";

/** Tells a resource that is being created with a creation policy that it may go on, or that it has failed. */
export const signalResource: Action = (call) => {
  const { sandbox, query } = call;
  const stack = stackOf(call, refusals.stackMissingForChangeSet);
  const logicalId = requiredText(query, "LogicalResourceId");
  requiredText(query, "UniqueId");
  const uniqueId = boundedText(query, "UniqueId", 1, 64) as string;
  requiredText(query, "Status");
  const status = choice(query, "Status", ["SUCCESS", "FAILURE"], "SUCCESS");
  const resource = stack.resources.get(logicalId);
  if (!resource) throw refusals.resourceMissing(logicalId, stack.stackName);
  const target = stack.operation?.target;
  const policy = target && templateOf(target).Resources[logicalId]?.CreationPolicy;
  const isWaiting = resource.pending?.stage === "initiated" || resource.pending?.stage === "signalling";
  const isSignalled = policy && signalsFor(resource.type, resource.properties, policy);
  if (!isWaiting || !isSignalled) throw refusals.notSignalled(logicalId, resource.status);
  const others = (resource.signals ?? []).filter((signal) => signal.uniqueId !== uniqueId);
  const isRepeated = others.length < (resource.signals ?? []).length;
  if (isRepeated && status === "SUCCESS") throw refusals.signalExists(uniqueId, logicalId);
  resource.signals = [...others, { uniqueId, status }];
  sandbox.store.saveResource(stack, resource);
  const run = sandbox.runs.get(stack.stackId);
  if (run) wake(run);
  return {};
};

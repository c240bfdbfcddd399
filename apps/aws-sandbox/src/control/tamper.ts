import type { Json, JsonObject } from "@greenroom/template";
import type { Sandbox } from "../sandbox";
import type { Stack, StackResource } from "../state/types";
import {
  ControlError,
  holderOf,
  onlyFields,
  optionalText,
  readPointer,
  requiredField,
} from "./control-input";

/** Changes a live resource, or deletes it, behind CloudFormation's back; the stack knows nothing of it. */
export function tamper(sandbox: Sandbox, input: JsonObject): JsonObject {
  onlyFields(input, ["stackName", "logicalId", "region", "accountId", "path", "value", "delete"]);
  const stack = findStack(sandbox, input);
  const resource = findResource(stack, input);
  if (input.delete === true) {
    resource.live = null;
  } else {
    if (resource.live === null) {
      throw new ControlError(
        "logicalId",
        `${resource.logicalId} was deleted by an earlier tamper`,
        "choose another",
      );
    }
    const live = structuredClone(resource.live);
    setValue(live, readPointer(input), input.value);
    resource.live = live;
  }
  sandbox.store.saveResource(stack, resource);
  return { logicalId: resource.logicalId, live: resource.live };
}

function findStack({ store }: Sandbox, input: JsonObject): Stack {
  const name = requiredField(input, "stackName", "my-stack");
  const region = optionalText(input, "region");
  const accountId = optionalText(input, "accountId");
  const alive = [...store.stacks.values()].filter(({ status }) => status !== "DELETE_COMPLETE");
  const found = alive.filter(
    (stack) =>
      [stack.stackName, stack.stackId].includes(name) &&
      (region === undefined || stack.region === region) &&
      (accountId === undefined || stack.accountId === accountId),
  );
  if (found.length > 1) {
    throw new ControlError(
      "stackName",
      `${name} is in several regions or accounts`,
      "add region and accountId",
    );
  }
  if (!found[0]) {
    const known = alive.map(({ stackName }) => stackName).join(", ") || "none";
    throw new ControlError("stackName", `${name} names no stack`, `the stacks are: ${known}`);
  }
  return found[0];
}

function findResource(stack: Stack, input: JsonObject): StackResource {
  const logicalId = requiredField(input, "logicalId", "MyQueue");
  const resource = stack.resources.get(logicalId);
  if (!resource) {
    const known = [...stack.resources.keys()].join(", ") || "none";
    throw new ControlError("logicalId", `${logicalId} names no resource`, `${stack.stackName} has: ${known}`);
  }
  return resource;
}

/** Sets the value at the pointer; without a value the property is removed. */
function setValue(live: JsonObject, parts: string[], value: Json | undefined): void {
  const holder = holderOf(live, parts);
  const last = parts.at(-1) as string;
  if (Array.isArray(holder)) {
    const index = last === "-" ? holder.length : Number(last);
    if (!Number.isInteger(index) || index < 0 || index > holder.length) {
      throw new ControlError(
        "path",
        `ends in "${last}" within a list`,
        `use 0 to ${holder.length}, or "-" to append`,
      );
    }
    if (value === undefined) holder.splice(index, 1);
    else holder[index] = value;
    return;
  }
  if (last === "__proto__")
    throw new ControlError("path", `ends in "${last}"`, "name a property of the resource");
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}

import type { Json, JsonObject } from "@greenroom/template";
import { readRoleArn } from "../protocol/session-token";
import type { DurationRule } from "../resources/durations";
import type { Denial, TrustedRole } from "./access";
import type { Fault } from "./faults";

/** Bad input to the control API: which field, what is wrong with it, and what to send. */
export class ControlError extends Error {
  constructor(
    readonly field: string,
    problem: string,
    remedy: string,
  ) {
    super(`${field} ${problem}: ${remedy}.`);
  }
}

const PHASES = ["create", "update", "delete"] as const;

export function optionalText(input: JsonObject, field: string): string | undefined {
  const value = input[field];
  if (value === undefined) return undefined;
  if (typeof value !== "string" || value === "") {
    throw new ControlError(field, `is ${JSON.stringify(value)}`, "send a non-empty string, or leave it out");
  }
  return value;
}

export function requiredField(input: JsonObject, field: string, example: string): string {
  const value = optionalText(input, field);
  if (value === undefined) throw new ControlError(field, "is missing", `send one, for example "${example}"`);
  return value;
}

function optionalNumber(
  input: JsonObject,
  field: string,
  isWhole: boolean,
  least: number,
): number | undefined {
  const value = input[field];
  if (value === undefined) return undefined;
  const isFit = typeof value === "number" && Number.isFinite(value) && value >= least;
  if (!isFit || (isWhole && !Number.isInteger(value))) {
    const kind = isWhole ? "a whole number" : "a number";
    throw new ControlError(field, `is ${JSON.stringify(value)}`, `send ${kind} of ${least} or more`);
  }
  return value;
}

export function onlyFields(input: JsonObject, fields: string[]): void {
  const stranger = Object.keys(input).find((field) => !fields.includes(field));
  if (stranger !== undefined) {
    throw new ControlError(stranger, "is not a field of this call", `use only ${fields.join(", ")}`);
  }
}

export function readFault(input: JsonObject): Fault {
  onlyFields(input, ["stackName", "logicalId", "resourceType", "phase", "message", "times"]);
  const phase = optionalText(input, "phase");
  const known = PHASES.find((item) => item === phase);
  if (phase !== undefined && !known) {
    throw new ControlError(
      "phase",
      `is "${phase}"`,
      `send one of ${PHASES.join(", ")}, or leave it out for any`,
    );
  }
  const selectors: Partial<Fault> = {
    stackName: optionalText(input, "stackName"),
    logicalId: optionalText(input, "logicalId"),
    resourceType: optionalText(input, "resourceType"),
    phase: known,
  };
  return {
    ...selectors,
    message: optionalText(input, "message") ?? "Failure asked for by the sandbox's control API",
    times: optionalNumber(input, "times", true, 1) ?? 1,
  };
}

export function readThrottle(input: JsonObject, actions: string[]): { calls: number; action?: string } {
  onlyFields(input, ["calls", "action"]);
  const calls = optionalNumber(input, "calls", true, 1);
  if (calls === undefined)
    throw new ControlError("calls", "is missing", "send how many calls to throttle, such as 3");
  const action = optionalText(input, "action");
  if (action !== undefined && !actions.includes(action)) {
    throw new ControlError(
      "action",
      `is "${action}"`,
      `send one of ${actions.join(", ")}, or leave it out for any`,
    );
  }
  return action === undefined ? { calls } : { calls, action };
}

/** A role that may be assumed, by whoever tells its external id. */
export function readRole(input: JsonObject): TrustedRole {
  onlyFields(input, ["roleArn", "externalId"]);
  const example = "arn:aws:iam::111122223333:role/greenroom-access";
  const roleArn = requiredField(input, "roleArn", example);
  if (!readRoleArn(roleArn))
    throw new ControlError("roleArn", `is "${roleArn}"`, `send a role's ARN such as ${example}`);
  const externalId = optionalText(input, "externalId");
  return { roleArn, ...(externalId !== undefined && { externalId }) };
}

/** A call that is refused from now on. */
export function readDenial(input: JsonObject, actions: string[]): Denial {
  onlyFields(input, ["action", "accountId", "region"]);
  const action = requiredField(input, "action", "DeleteStack");
  if (!actions.includes(action))
    throw new ControlError("action", `is "${action}"`, `send one of ${actions.join(", ")}`);
  return { action, accountId: optionalText(input, "accountId"), region: optionalText(input, "region") };
}

export function readDuration(input: JsonObject): DurationRule {
  onlyFields(input, ["stackName", "resourceType", "factor", "milliseconds"]);
  const factor = optionalNumber(input, "factor", false, 0);
  const milliseconds = optionalNumber(input, "milliseconds", false, 0);
  if ((factor === undefined) === (milliseconds === undefined)) {
    throw new ControlError(
      "factor",
      "and milliseconds exclude each other and one is needed",
      "send exactly one",
    );
  }
  return {
    stackName: optionalText(input, "stackName"),
    resourceType: optionalText(input, "resourceType"),
    factor,
    milliseconds,
  };
}

/** The parts of a JSON pointer (RFC 6901). */
export function readPointer(input: JsonObject): string[] {
  const path = requiredField(input, "path", "/Tags/0/Value");
  if (!path.startsWith("/")) {
    throw new ControlError(
      "path",
      `is "${path}"`,
      'send a JSON pointer, which starts with "/", such as /Tags/0/Value',
    );
  }
  return path
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at which a pointer's last part stands; made of maps and lists only. */
export function holderOf(root: JsonObject, parts: string[]): Json[] | JsonObject {
  let holder: Json[] | JsonObject = root;
  for (const [depth, part] of parts.slice(0, -1).entries()) {
    const next: Json | undefined = Object.hasOwn(holder, part) ? (holder as JsonObject)[part] : undefined;
    if (typeof next !== "object" || next === null) {
      const here = `/${parts.slice(0, depth + 1).join("/")}`;
      const known = Object.keys(holder).join(", ");
      throw new ControlError(
        "path",
        `leads to ${here}, which holds nothing`,
        `at that level there are: ${known}`,
      );
    }
    holder = next;
  }
  return holder;
}

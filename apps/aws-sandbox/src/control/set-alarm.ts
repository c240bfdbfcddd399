import type { JsonObject } from "@greenroom/template";
import { listAlarms } from "../actions/alarms";
import type { Sandbox } from "../sandbox";
import { ControlError, onlyFields, optionalText, requiredField } from "./control-input";

const STATES = ["OK", "ALARM", "INSUFFICIENT_DATA"] as const;

/** Says what an alarm found; nothing is measured here. */
export function setAlarm(sandbox: Sandbox, input: JsonObject): JsonObject {
  onlyFields(input, ["alarmName", "state", "reason", "region", "accountId"]);
  const name = requiredField(input, "alarmName", "spring-redis-cpu");
  const given = requiredField(input, "state", "ALARM");
  const state = STATES.find((one) => one === given);
  if (!state) throw new ControlError("state", `is "${given}"`, `send one of ${STATES.join(", ")}`);
  const region = optionalText(input, "region");
  const accountId = optionalText(input, "accountId");
  const alarms = listAlarms(sandbox);
  const found = alarms.filter(
    (alarm) =>
      alarm.name === name &&
      (region === undefined || alarm.stack.region === region) &&
      (accountId === undefined || alarm.stack.accountId === accountId),
  );
  if (found.length > 1)
    throw new ControlError(
      "alarmName",
      `${name} is in several regions or accounts`,
      "add region and accountId",
    );
  const [alarm] = found;
  if (!alarm) {
    const known = alarms.map((one) => one.name).join(", ") || "none";
    throw new ControlError("alarmName", `${name} names no alarm`, `the alarms are: ${known}`);
  }
  alarm.resource.alarm = {
    state,
    reason: optionalText(input, "reason") ?? "Said so by the sandbox's control API",
    at: sandbox.now(),
  };
  sandbox.store.saveResource(alarm.stack, alarm.resource);
  return { alarmName: name, state };
}

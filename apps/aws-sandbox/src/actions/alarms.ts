import { isObject, type Json, type JsonObject } from "@greenroom/template";
import { refusals } from "../errors";
import type { Sandbox } from "../sandbox";
import type { Place } from "../state/store";
import type { Stack, StackResource } from "../state/types";
import { decodePosition, encodePosition } from "./call";

/** Most names of one call, and most alarms of one page: CloudWatch API reference, DescribeAlarms. */
const MAX_NAMES = 100;
const MAX_RECORDS = 100;
const DEFAULT_RECORDS = 50;
const HANDLED = ["AlarmNames", "AlarmNamePrefix", "AlarmTypes", "StateValue", "MaxRecords", "NextToken"];

export interface HeldAlarm {
  stack: Stack;
  resource: StackResource;
  name: string;
}

/** Every metric alarm that a stack made and nobody deleted since. */
export function listAlarms({ store }: Sandbox): HeldAlarm[] {
  return [...store.stacks.values()].flatMap((stack) =>
    [...stack.resources.values()].flatMap((resource) =>
      resource.type === "AWS::CloudWatch::Alarm" && resource.live !== null
        ? [{ stack, resource, name: resource.physicalId }]
        : [],
    ),
  );
}

/**
 * Metric alarms of the caller's account and region, by name or prefix. Nothing is measured here, so an alarm
 * is OK until the control API says otherwise.
 */
export function describeAlarms(sandbox: Sandbox, place: Place, input: JsonObject): object {
  const stranger = Object.keys(input).find((field) => !HANDLED.includes(field));
  if (stranger !== undefined) throw refusals.notSimulated(`DescribeAlarms with ${stranger}`);
  const { AlarmNames, AlarmNamePrefix, AlarmTypes, StateValue, NextToken } = input;
  const names = Array.isArray(AlarmNames) ? AlarmNames : null;
  if (names && names.length > MAX_NAMES)
    throw refusals.badMember(
      "alarmNames",
      String(names.length),
      `have length less than or equal to ${MAX_NAMES}`,
    );
  const isMetric =
    !Array.isArray(AlarmTypes) || AlarmTypes.length === 0 || AlarmTypes.includes("MetricAlarm");
  const found = listAlarms(sandbox).filter(
    ({ stack, resource, name }) =>
      isMetric &&
      stack.accountId === place.accountId &&
      stack.region === place.region &&
      (names === null || names.includes(name)) &&
      (typeof AlarmNamePrefix !== "string" || name.startsWith(AlarmNamePrefix)) &&
      (typeof StateValue !== "string" || stateOf(resource) === StateValue),
  );
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  const start = typeof NextToken === "string" ? decodePosition(NextToken) : 0;
  if (start === undefined || start > found.length) throw refusals.badPageToken(String(NextToken));
  const end = start + pageSize(input.MaxRecords);
  return {
    CompositeAlarms: [],
    MetricAlarms: found.slice(start, end).map(toReply),
    ...(end < found.length && { NextToken: encodePosition(end) }),
  };
}

function pageSize(value: Json | undefined): number {
  if (value === undefined) return DEFAULT_RECORDS;
  if (typeof value !== "number" || !(value >= 1 && value <= MAX_RECORDS))
    throw refusals.badMember("maxRecords", String(value), `have value between 1 and ${MAX_RECORDS}`);
  return value;
}

const stateOf = ({ alarm }: StackResource): string => alarm?.state ?? "OK";

function toReply({ stack, resource, name }: HeldAlarm): JsonObject {
  const { live, alarm, timestamp } = resource;
  const seconds = (iso: string) => Date.parse(iso) / 1000;
  const declared = isObject(live) ? (live as JsonObject) : {};
  const at = seconds(alarm?.at ?? timestamp);
  return {
    AlarmName: name,
    AlarmArn: String(declared.Arn ?? ""),
    ...Object.fromEntries(
      [
        "AlarmDescription",
        "AlarmActions",
        "OKActions",
        "ComparisonOperator",
        "Threshold",
        "EvaluationPeriods",
      ].flatMap((field) => (declared[field] === undefined ? [] : [[field, declared[field]]])),
    ),
    ActionsEnabled: declared.ActionsEnabled ?? true,
    StateValue: stateOf(resource),
    StateReason: alarm?.reason ?? `${stack.stackName} made it, and nothing is measured here`,
    StateUpdatedTimestamp: at,
    StateTransitionedTimestamp: at,
  };
}

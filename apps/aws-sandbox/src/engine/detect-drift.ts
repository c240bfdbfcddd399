import { isObject, type Json, type JsonObject } from "@greenroom/template";
import type { ResourceDrift, StackResource } from "../state/types";
import { isSame } from "./canonical";

type PropertyDifference = ResourceDrift["differences"][number];

/**
 * Compares what a resource declares with what it is. Only declared properties count, as on AWS
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_PropertyDifference.html).
 */
export function detectDrift({ properties, live }: StackResource, checkedAt: string): ResourceDrift {
  if (live === null) return { status: "DELETED", checkedAt, actual: null, differences: [] };
  const actual: JsonObject = {};
  for (const name of Object.keys(properties)) if (live[name] !== undefined) actual[name] = live[name];
  const differences = Object.keys(properties).flatMap((name) =>
    differ(properties[name], actual[name], `/${escapeStep(name)}`),
  );
  return { status: differences.length > 0 ? "MODIFIED" : "IN_SYNC", checkedAt, actual, differences };
}

function differ(expected: Json | undefined, actual: Json | undefined, path: string): PropertyDifference[] {
  if (isSame(expected, actual)) return [];
  if (expected === undefined) return [difference("ADD", path, expected, actual)];
  if (actual === undefined) return [difference("REMOVE", path, expected, actual)];
  if (isObject(expected) && isObject(actual)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return names.flatMap((name) => differ(expected[name], actual[name], `${path}/${escapeStep(name)}`));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) return differInLists(expected, actual, path);
  return [difference("NOT_EQUAL", path, expected, actual)];
}

/**
 * As many elements as before: one by one. More or fewer: what came and what went, each where it is or was.
 */
function differInLists(expected: Json[], actual: Json[], path: string): PropertyDifference[] {
  if (expected.length === actual.length)
    return expected.flatMap((value, index) => differ(value, actual[index], `${path}/${index}`));
  const isIn = (list: Json[], value: Json) => list.some((other) => isSame(other, value));
  return [
    ...expected.flatMap((value, index) =>
      isIn(actual, value) ? [] : [difference("REMOVE", `${path}/${index}`, value, undefined)],
    ),
    ...actual.flatMap((value, index) =>
      isIn(expected, value) ? [] : [difference("ADD", `${path}/${index}`, undefined, value)],
    ),
  ];
}

function difference(
  DifferenceType: PropertyDifference["DifferenceType"],
  PropertyPath: string,
  expected: Json | undefined,
  actual: Json | undefined,
): PropertyDifference {
  return { PropertyPath, ExpectedValue: shown(expected), ActualValue: shown(actual), DifferenceType };
}

/** AWS writes plain values as they are, others as JSON, and "null" for what is not there. */
function shown(value: Json | undefined): string {
  if (value === undefined || value === null) return "null";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** RFC 6901 */
const escapeStep = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

import { type Json, type JsonObject, noEchoParameters } from "@greenroom/template";
import type { StackParameter, Submission } from "../state/types";
import { templateOf } from "./environment";

const MASK = "****";

const hiddenNames = (submission: Submission): Set<string> => noEchoParameters(templateOf(submission));

/** Parameters as anyone may see them. */
export function visibleParameters(submission: Submission): StackParameter[] {
  const hidden = hiddenNames(submission);
  return submission.parameters.map((parameter) =>
    hidden.has(parameter.ParameterKey)
      ? { ParameterKey: parameter.ParameterKey, ParameterValue: MASK }
      : parameter,
  );
}

/** Replaces the values of NoEcho parameters wherever they stand in a value that will be shown. */
export function maskedValues(
  ...submissions: (Submission | undefined)[]
): <T extends Json | JsonObject>(value: T) => T {
  const secrets = submissions.flatMap((submission) => {
    if (!submission) return [];
    const hidden = hiddenNames(submission);
    return submission.parameters
      .filter(({ ParameterKey }) => hidden.has(ParameterKey))
      .map((p) => p.ParameterValue);
  });
  const found = secrets.filter((secret) => secret !== "").sort((left, right) => right.length - left.length);
  const hide = (text: string): string =>
    found.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
  const walk = (value: Json): Json => {
    if (typeof value === "string") return hide(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]));
  };
  return found.length === 0 ? (value) => value : <T extends Json | JsonObject>(value: T) => walk(value) as T;
}

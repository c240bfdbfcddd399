import type { Scope } from "./scope";
import type { Json, Template } from "./template";
import { asIntrinsic, isObject } from "./template";
import { type Unknown, unknown, type Value } from "./unknown";

/**
 * A mention of something by name. `attribute` is set for Fn::GetAtt; without it the name may be a parameter.
 */
export interface Reference {
  name: string;
  attribute?: string;
}

/** One placeholder in the text of Fn::Sub; `${!Literal}` is not one. */
export interface SubPlaceholder {
  text: string;
  name: string;
  attribute?: string;
}

/** Splits the text of Fn::Sub into literal strings and placeholders, in order. */
export function parseSub(text: string): (string | SubPlaceholder)[] {
  const parts: (string | SubPlaceholder)[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\{(!?)([^${}]*)\}/g)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const inner = (match[2] ?? "").trim();
    const dot = inner.indexOf(".");
    if (match[1] === "!") parts.push(`\${${match[2]}}`);
    else if (dot < 0) parts.push({ text: inner, name: inner });
    else parts.push({ text: inner, name: inner.slice(0, dot), attribute: inner.slice(dot + 1) });
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** The two parts of a Fn::GetAtt argument in either form, or undefined when malformed. */
export function parseGetAtt(argument: Json): { name: string; attribute: Json } | undefined {
  if (typeof argument === "string") {
    const dot = argument.indexOf(".");
    return dot > 0 && dot < argument.length - 1
      ? { name: argument.slice(0, dot), attribute: argument.slice(dot + 1) }
      : undefined;
  }
  if (!Array.isArray(argument) || argument.length < 2 || typeof argument[0] !== "string") return undefined;
  const [name, attribute, ...more] = argument;
  if (name === "" || attribute === "" || attribute === undefined) return undefined;
  if (more.length > 0) return { name: name as string, attribute: [attribute, ...more].join(".") };
  return { name: name as string, attribute };
}

/**
 * Every reference inside a value. With `conditions`, only the branch of Fn::If that applies is followed (both
 * when the condition is not known).
 */
export function collectReferences(value: Json | undefined, conditions?: Record<string, Value>): Reference[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => collectReferences(item, conditions));
  const call = asIntrinsic(value);
  if (!call) return Object.values(value).flatMap((item) => collectReferences(item, conditions));
  const { name, argument } = call;
  if (name === "Ref") return typeof argument === "string" ? [{ name: argument }] : [];
  if (name === "Fn::GetAtt") {
    const target = parseGetAtt(argument);
    if (!target) return [];
    const attribute = typeof target.attribute === "string" ? target.attribute : "";
    return [{ name: target.name, attribute }, ...collectReferences(target.attribute, conditions)];
  }
  if (name === "Fn::Sub") return subReferences(argument, conditions);
  if (name === "Fn::If" && conditions && Array.isArray(argument) && typeof argument[0] === "string") {
    const chosen = conditions[argument[0]];
    if (typeof chosen === "boolean") return collectReferences(argument[chosen ? 1 : 2], conditions);
  }
  return collectReferences(argument, conditions);
}

function subReferences(argument: Json, conditions?: Record<string, Value>): Reference[] {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, undefined];
  if (typeof text !== "string") return [];
  const own = variables && typeof variables === "object" ? variables : {};
  const inText = parseSub(text)
    .filter((part): part is SubPlaceholder => typeof part !== "string")
    .filter((part) => !Object.hasOwn(own, part.text))
    .map(({ name, attribute }) => (attribute === undefined ? { name } : { name, attribute }));
  return [...inText, ...collectReferences(variables ?? null, conditions)];
}

/** Unknown when what decides here is the account, and nobody says which it is. */
export function chosenByAccount(value: Json, { environment }: Scope): Unknown | undefined {
  if (environment.accountId !== undefined || !environment.allowMissingParameters) return undefined;
  const isMentioned = collectReferences(value).some(({ name }) => name === "AWS::AccountId");
  return isMentioned ? unknown("AWS::AccountId") : undefined;
}

/** The logical ids named by DependsOn, in either form. */
export function dependsOn(template: Template, logicalId: string): string[] {
  const declared = template.Resources[logicalId]?.DependsOn;
  if (declared === undefined) return [];
  return Array.isArray(declared) ? declared : [declared];
}

/**
 * Every Fn::GetStackOutput inside a value whose names are written out. `region` is absent for the reader's
 * own.
 */
export function collectStackOutputs(value: Json | undefined): StackOutputMention[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap((item: Json) => collectStackOutputs(item));
  const call = asIntrinsic(value);
  if (call?.name !== "Fn::GetStackOutput" || !isObject(call.argument)) return inner;
  const { StackName, OutputName, Region } = call.argument;
  if (typeof StackName !== "string" || typeof OutputName !== "string") return inner;
  const mention = { stackName: StackName, outputName: OutputName };
  return [typeof Region === "string" ? { ...mention, region: Region } : mention, ...inner];
}

export interface StackOutputMention {
  stackName: string;
  outputName: string;
  region?: string;
}

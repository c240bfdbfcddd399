import { collectReferences, type Json, mergeUnknowns, type Value } from "@greenroom/template";
import type { RequiresRecreation } from "../resources/specification";
import { isSame } from "./canonical";

/** What the plan says about a resource of the new template, for those that refer to it. */
export type Outcome = "new" | "replaced" | "modified" | "same";

export interface Detail {
  Target: {
    Attribute: string;
    Name?: string;
    RequiresRecreation: RequiresRecreation;
    Path?: string;
    BeforeValue?: string;
    AfterValue?: string;
    AttributeChangeType?: "Add" | "Modify" | "Remove";
  };
  Evaluation: "Static" | "Dynamic";
  ChangeSource: "DirectModification" | "ParameterReference" | "ResourceReference" | "ResourceAttribute";
  CausingEntity?: string;
}

/** One top-level property before and after, as written and as resolved. */
export interface PropertyChange {
  name: string;
  textBefore: Json | undefined;
  textAfter: Json | undefined;
  before: Value | undefined;
  after: Value | undefined;
  recreation: RequiresRecreation;
}

export interface DetailContext {
  conditions: Record<string, Value>;
  changedParameters: Set<string>;
  outcomeOf: (logicalId: string) => Outcome;
  withValues: boolean;
}

type Cause = Pick<Detail, "ChangeSource" | "Evaluation" | "CausingEntity">;

/**
 * The Details entries of one property, or none when it does not change. As in recordings of real change sets.
 */
export function detailsOfProperty(change: PropertyChange, context: DetailContext): Detail[] {
  if (isSame(change.before, change.after)) return [];
  const isRewritten = !isSame(change.textBefore, change.textAfter);
  const fromParameters = parameterCauses(change.textAfter, context);
  const fromResources = resourceCauses(change.after, context);
  const causes = [...fromParameters, ...fromResources];
  const target = targetOf(change, context.withValues);
  const toDetail = (cause: Cause): Detail => ({ Target: target, ...cause });

  if (causes.length === 0) return [toDetail({ Evaluation: "Static", ChangeSource: "DirectModification" })];
  const direct: Cause = { Evaluation: "Dynamic", ChangeSource: "DirectModification" };
  if (isRewritten) return [direct, ...causes].map(toDetail);
  if (fromParameters.length > 0) return [...causes, direct].map(toDetail);
  // A reference alone changes the value: only a change set with values also lists the property itself.
  return (context.withValues ? [direct, ...causes] : causes).map(toDetail);
}

/** A changed part of the resource beside its properties, such as Metadata or the tags of the stack. */
export function detailOfAttribute(attribute: string): Detail {
  return {
    Target: { Attribute: attribute, RequiresRecreation: "Never" },
    Evaluation: "Static",
    ChangeSource: "DirectModification",
  };
}

/** "True" when something that recreates surely changes, "Conditional" when it may. */
export function replacementOf(details: Detail[]): "True" | "Conditional" | "False" {
  const recreating = details.filter(({ Target }) => Target.RequiresRecreation !== "Never");
  const isSure = recreating.some(
    ({ Target, Evaluation }) => Target.RequiresRecreation === "Always" && Evaluation === "Static",
  );
  if (isSure) return "True";
  return recreating.length > 0 ? "Conditional" : "False";
}

function parameterCauses(text: Json | undefined, { conditions, changedParameters }: DetailContext): Cause[] {
  const names = collectReferences(text, conditions)
    .filter(({ attribute }) => attribute === undefined)
    .map(({ name }) => name);
  return [...new Set(names)]
    .filter((name) => changedParameters.has(name))
    .map((name) => ({ Evaluation: "Static", ChangeSource: "ParameterReference", CausingEntity: name }));
}

function resourceCauses(after: Value | undefined, { outcomeOf }: DetailContext): Cause[] {
  return (mergeUnknowns(after)?.causes ?? []).map((cause) => {
    const [logicalId = "", attribute] = cause.split(".");
    const isCertain = outcomeOf(logicalId) !== "modified";
    return {
      Evaluation: isCertain ? "Static" : "Dynamic",
      ChangeSource: attribute === undefined ? "ResourceReference" : "ResourceAttribute",
      CausingEntity: cause,
    };
  });
}

function targetOf(
  { name, before, after, recreation }: PropertyChange,
  withValues: boolean,
): Detail["Target"] {
  const target = { Attribute: "Properties", Name: name, RequiresRecreation: recreation };
  if (!withValues) return target;
  const isAdded = before === undefined;
  return {
    ...target,
    Path: `/Properties/${name}`,
    ...(!isAdded && { BeforeValue: asText(before) }),
    ...(after !== undefined && { AfterValue: asText(after) }),
    AttributeChangeType: isAdded ? "Add" : after === undefined ? "Remove" : "Modify",
  };
}

function asText(value: Value | undefined): string {
  if (typeof value === "string") return value;
  const json = JSON.stringify(value);
  // An unknown value alone prints as its bare placeholder.
  return json.startsWith('"') ? (JSON.parse(json) as string) : json;
}

import type { ResourceDrift } from "@greenroom/cloud/drift-contract";
import { parseTemplate } from "@greenroom/template";
import { classifyDifference, type DriftClass, type ScalingBounds } from "./compare";
import { MAX_VALUE_CHARS } from "./limits";
import type { UncheckedResource } from "./schema";

/**
 * A stack as it was deployed, with what AWS found of its resources; null for a stack that is gone or cannot
 * be looked at.
 */
export interface LookedAtStack {
  key: string;
  /** As it was sent, parsed. */
  template: unknown;
  isGone: boolean;
  drifts: ResourceDrift[] | null;
}

export interface FoundDifference {
  stackKey: string;
  logicalId: string;
  resourceType: string;
  physicalId: string | null;
  path: string;
  expected?: unknown;
  actual?: unknown;
  driftClass: DriftClass;
}

/**
 * What all stacks of an environment came to, by name: a resource is drifted, in sync, or was not looked at,
 * and never two of them.
 */
export interface DriftResult {
  differences: FoundDifference[];
  checked: { stackKey: string; logicalId: string }[];
  notChecked: UncheckedResource[];
}

const STACK_TYPE = "AWS::CloudFormation::Stack";

/** Reads the result off what AWS said. */
export function findDifferences(stacks: readonly LookedAtStack[]): DriftResult {
  const result: DriftResult = { differences: [], checked: [], notChecked: [] };
  const bounds = stacks.flatMap(({ template }) => boundsIn(template));
  for (const stack of stacks) {
    const stackKey = stack.key;
    if (stack.isGone) {
      result.checked.push({ stackKey, logicalId: "" });
      result.differences.push({ ...goneOf(stackKey, "", STACK_TYPE, null) });
    }
    const seen = new Map((stack.drifts ?? []).map((drift) => [drift.logicalId, drift]));
    for (const [logicalId, { Type, Properties = {} }] of Object.entries(resourcesOf(stack.template))) {
      const drift = seen.get(logicalId);
      if (!drift || drift.state === "NOT_CHECKED") {
        if (!stack.isGone) result.notChecked.push({ stackKey, logicalId, resourceType: Type });
        continue;
      }
      result.checked.push({ stackKey, logicalId });
      const { physicalId } = drift;
      if (drift.state === "DELETED") result.differences.push(goneOf(stackKey, logicalId, Type, physicalId));
      for (const { path, expected, actual } of drift.differences) {
        const difference = { path, expected: kept(expected), actual: kept(actual) };
        const driftClass = classifyDifference(
          { resourceType: Type, declared: Properties as Record<string, unknown> },
          difference,
          bounds,
        );
        result.differences.push({
          stackKey,
          logicalId,
          resourceType: Type,
          physicalId,
          ...difference,
          driftClass,
        });
      }
    }
  }
  return result;
}

const goneOf = (
  stackKey: string,
  logicalId: string,
  resourceType: string,
  physicalId: string | null,
): FoundDifference => ({ stackKey, logicalId, resourceType, physicalId, path: "", driftClass: "UNKNOWN" });

const resourcesOf = (template: unknown) => parseTemplate(JSON.stringify(template)).Resources;

/** What the scalable targets of a template let autoscaling do. */
function boundsIn(template: unknown): ScalingBounds[] {
  return Object.values(resourcesOf(template)).flatMap(({ Type, Properties = {} }) => {
    if (Type !== "AWS::ApplicationAutoScaling::ScalableTarget") return [];
    const { ScalableDimension, MinCapacity, MaxCapacity } = Properties as Record<string, unknown>;
    const bounds = { minimum: Number(MinCapacity), maximum: Number(MaxCapacity) };
    return typeof ScalableDimension === "string" ? [{ dimension: ScalableDimension, ...bounds }] : [];
  });
}

/** A value that would fill pages is cut: it is shown, never sent. */
function kept(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text !== undefined && text.length > MAX_VALUE_CHARS ? `${text.slice(0, MAX_VALUE_CHARS)}…` : value;
}

import type { DifferenceToRevert } from "@greenroom/drift";
import { message } from "@greenroom/messages";
import type { ResourceChange, TemplateCheck } from "../schema";

type Json = Record<string, unknown>;

/**
 * What is there of a stack, as a template: the deployed one with what a check found in place of what it
 * declares. Compared with the deployed one it says what undoing the drift does.
 */
export function templateAsFound(deployed: object, differences: readonly DifferenceToRevert[]): object {
  const template = structuredClone(deployed) as { Resources?: Record<string, { Properties?: Json }> };
  const { Resources = {} } = template;
  for (const { logicalId, path, actual } of differences) {
    const resource = Resources[logicalId];
    if (!resource) continue;
    if (path === "") delete Resources[logicalId];
    else {
      resource.Properties ??= {};
      put(resource.Properties, path.split("."), actual);
    }
  }
  return template;
}

/** @param value null: there is nothing */
function put(into: Json, [step = "", ...rest]: string[], value: unknown): void {
  if (rest.length > 0) {
    const inner = into[step];
    if (typeof inner !== "object" || inner === null) into[step] = {};
    put(into[step] as Json, rest, value);
  } else if (value !== null) into[step] = value;
  else if (Array.isArray(into)) into.splice(Number(step), 1);
  else delete into[step];
}

const LOSES: readonly ResourceChange["action"][] = ["REPLACE", "MAY_REPLACE", "DELETE"];

/** What cannot be undone, each as an error that ends the plan. */
export function checkRevert(
  changes: readonly ResourceChange[],
  differences: readonly DifferenceToRevert[],
): TemplateCheck[] {
  const rule = "revert-drift";
  const error = { rule, severity: "ERROR" as const };
  const gone = differences.filter(({ logicalId }) => logicalId === "");
  const lost = changes.filter(({ isStateful, action }) => isStateful && LOSES.includes(action));
  const errors: TemplateCheck[] = [
    ...gone.map(({ stackKey }) => ({
      ...error,
      stackKey,
      logicalId: null,
      message: message("rule.stackIsGone", { stackKey }),
      remedy: message("rule.buildStackAgain"),
    })),
    ...lost.map(({ stackKey, logicalId, resourceType }) => ({
      ...error,
      stackKey,
      logicalId,
      message: message("rule.revertLosesData", { logicalId, type: resourceType }),
      remedy: message("rule.leaveOrMove"),
    })),
  ];
  if (errors.length > 0) return errors;
  const nowhere = { stackKey: null, logicalId: null };
  if (changes.length > 0) return [{ rule, severity: "PASSED", ...nowhere, message: null, remedy: null }];
  return [
    {
      ...error,
      ...nowhere,
      message: message("rule.nothingToRevert"),
      remedy: message("rule.checkDriftAgain"),
    },
  ];
}

import { type Message, message } from "@greenroom/messages";
import { appendRunEvents } from "../events/run-events";
import { failureWith } from "../lease/failures";
import type { PlannedStack, TemplateCheck } from "../schema";
import { done, type Slice, type StepOutcome } from "../slice";

/**
 * An ERROR among the checks ends the plan: such a template is never offered for approval. The failure tells
 * the first one; the run's log tells the others too, so that all can be corrected at once.
 */
export function judgeChecks(
  { deps, run }: Slice,
  checks: readonly TemplateCheck[],
  stacks: readonly PlannedStack[],
): StepOutcome {
  const [first, ...others] = checks.filter(({ severity }) => severity === "ERROR");
  if (!first) return done();
  const { stackKey, logicalId } = first;
  return {
    is: "FAILED",
    failure: failureWith({
      code: "TEMPLATE_INVALID",
      says: firstOf(first, others.length),
      remedy: first.remedy,
      stackKey,
      logicalId,
      resourceType: typeOf(first, stacks),
    }),
    write: async (tx) => {
      const at = deps.now();
      await appendRunEvents(
        tx,
        run.id,
        others.map((other) => ({
          at,
          data: { kind: "LOG", level: "ERROR", stackKey: other.stackKey, message: lineOf(other) },
        })),
      );
    },
  };
}

/** @param count of the other errors */
function firstOf(check: TemplateCheck, count: number): Message {
  const says = { rule: check.rule, finding: check.message };
  if (count === 0) return message("run.checkFailed", says);
  return count === 1
    ? message("run.checkFailedAndOne", says)
    : message("run.checkFailedAndMore", { ...says, count });
}

function lineOf(check: TemplateCheck): Message {
  const { rule, logicalId, stackKey } = check;
  const place = logicalId ?? stackKey ?? "–";
  return message("run.checkFound", { rule, place, finding: check.message, remedy: check.remedy ?? "" });
}

function typeOf({ stackKey, logicalId }: TemplateCheck, stacks: readonly PlannedStack[]): string | null {
  const template = stacks.find(({ key }) => key === stackKey)?.template;
  if (!template || !logicalId) return null;
  const { Resources = {} } = JSON.parse(template) as { Resources?: Record<string, { Type?: string }> };
  return Resources[logicalId]?.Type ?? null;
}

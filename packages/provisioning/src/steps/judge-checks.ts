import { appendRunEvents } from "../append-run-events";
import type { PlannedStack, TemplateCheck } from "../schema";
import { done, type Slice, type StepOutcome } from "../slice";

/**
 * An ERROR among the checks ends the plan: such a template is never offered for approval. The failure tells the first one; the
 * run's log tells the others too, so that all can be corrected at once.
 */
export function judgeChecks(
  { deps, run }: Slice,
  checks: readonly TemplateCheck[],
  stacks: readonly PlannedStack[],
): StepOutcome {
  const [first, ...others] = checks.filter(({ severity }) => severity === "ERROR");
  if (!first) return done();
  const count = others.length === 1 ? "is one more error" : `are ${others.length} more errors`;
  const more = others.length > 0 ? ` There ${count}: see the log.` : "";
  return {
    is: "FAILED",
    failure: {
      code: "TEMPLATE_INVALID",
      message: `${first.rule}: ${first.message}${more}`,
      remedy: first.remedy,
      stackKey: first.stackKey,
      logicalId: first.logicalId,
      resourceType: typeOf(first, stacks),
    },
    write: async (tx) => {
      const at = deps.now();
      const tell = ({ rule, logicalId, message, remedy, stackKey }: TemplateCheck) =>
        ({
          kind: "LOG",
          level: "ERROR",
          stackKey,
          message: `${rule} at ${logicalId}: ${message} ${remedy}`,
        }) as const;
      await appendRunEvents(
        tx,
        run.id,
        others.map((other) => ({ at, data: tell(other) })),
      );
    },
  };
}

function typeOf({ stackKey, logicalId }: TemplateCheck, stacks: readonly PlannedStack[]): string | null {
  const template = stacks.find(({ key }) => key === stackKey)?.template;
  if (!template || !logicalId) return null;
  const { Resources = {} } = JSON.parse(template) as { Resources?: Record<string, { Type?: string }> };
  return Resources[logicalId]?.Type ?? null;
}

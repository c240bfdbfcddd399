import type { Alarm } from "@greenroom/cloud/alarm-contract";
import { z } from "zod";
import type { HealthDeps } from "../deps";
import { type HealthState, worstOf } from "../lifecycle";
import type { Fact } from "../schema";
import { type Finding, placeOf, type Watched } from "./watched";

/**
 * Of a blueprint's three topics (`<environment>-critical` and so on); an alarm that tells another one warns.
 */
const STATE_OF_SEVERITY = { critical: "UNHEALTHY", warning: "DEGRADED", info: "HEALTHY" } as const;

const templateSchema = z.object({ Resources: z.record(z.string(), z.unknown()) });
const alarmSchema = z.object({
  Type: z.literal("AWS::CloudWatch::Alarm"),
  Condition: z.string().optional(),
  Properties: z.looseObject({ AlarmName: z.string().nullable().catch(null) }),
});

/** What the environment's alarms say: those that its templates name. Null for one that has none. */
export async function checkAlarms(
  { alarms }: Pick<HealthDeps, "alarms">,
  environment: Watched,
): Promise<Finding | null> {
  const facts: Fact[] = [];
  let count = 0;
  for (const { template, region, stackName } of environment.stacks) {
    const declared = declaredAlarms(template);
    count += declared.length;
    const names = declared.flatMap(({ name }) => name ?? []);
    const found = names.length === 0 ? [] : await alarms.findAlarms(placeOf(environment, region), names);
    const byName = new Map(found.map((alarm) => [alarm.name, alarm]));
    for (const { logicalId, name } of declared) {
      const fact = factOf(name === null ? undefined : byName.get(name), name ?? `${stackName}/${logicalId}`);
      if (fact) facts.push(fact);
    }
  }
  if (count === 0) return null;
  return { state: worstOf(["HEALTHY", ...facts.map(({ state }) => state)]), count, facts };
}

/** An alarm without a name of its own cannot be asked for, and is told like one that is gone. */
function declaredAlarms(template: unknown): { logicalId: string; name: string | null }[] {
  return Object.entries(templateSchema.parse(template).Resources).flatMap(([logicalId, resource]) => {
    const alarm = alarmSchema.safeParse(resource).data;
    return !alarm || alarm.Condition !== undefined ? [] : [{ logicalId, name: alarm.Properties.AlarmName }];
  });
}

/** What is wrong with it; null when nothing is. */
function factOf(alarm: Alarm | undefined, name: string): Fact | null {
  if (!alarm) return { kind: "ALARM_GONE", state: "UNKNOWN", name, says: null };
  const severity = severityOf(alarm);
  if (alarm.state === "OK" || severity === "HEALTHY") return null;
  return alarm.state === "ALARM"
    ? { kind: "ALARM_RINGS", state: severity, name, says: alarm.reason }
    : { kind: "ALARM_WITHOUT_DATA", state: "UNKNOWN", name, says: alarm.reason };
}

function severityOf({ actions }: Alarm): HealthState {
  const states = actions.flatMap((arn): HealthState[] => {
    const severity = /^arn:[^:]+:sns:.*-(critical|warning|info)$/.exec(arn)?.[1];
    return severity ? [STATE_OF_SEVERITY[severity as keyof typeof STATE_OF_SEVERITY]] : [];
  });
  return states.length === 0 ? "DEGRADED" : worstOf(states);
}

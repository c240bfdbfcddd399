import type { HealthState } from "./lifecycle";
import type { Cause, Check } from "./schema";

/** The check that made the state so, with what it names as bad as that. */
export function causeOf(check: Check | undefined, state: HealthState): Cause {
  if (!check) return { kind: "NOT_LOOKED", names: [] };
  return {
    kind: check.kind,
    names: check.facts.filter((fact) => fact.state === state).map(({ name }) => name),
  };
}

import { ROLES, type Role } from "@greenroom/identity/schema";
import { describe, expect, it } from "vitest";
import {
  allowedActions,
  canTransition,
  ENVIRONMENT_ACTIONS,
  ENVIRONMENT_STATUSES,
  ENVIRONMENT_TRANSITIONS,
  isBusy,
} from "./lifecycle";

const ROLES_AND_STRANGER: readonly (Role | null)[] = [...ROLES, null];

describe.each(ENVIRONMENT_STATUSES)("%s", (status) => {
  it("is busy or settled, never both", () => {
    expect(["busy", "settled"]).toContain(ENVIRONMENT_TRANSITIONS[status].phase);
  });

  it.each(ROLES_AND_STRANGER)("answers %s with known actions", (role) => {
    const actions = allowedActions(status, role);
    expect(ENVIRONMENT_ACTIONS).toEqual(expect.arrayContaining([...actions]));
    if (role === null || role === "VIEWER") expect(actions).toEqual([]);
    // A second run must not be offered while one is at work, and a cancel only then.
    if (isBusy(status)) expect(actions.filter((action) => action !== "cancel")).toEqual([]);
    else expect(actions).not.toContain("cancel");
  });

  it("can be reached from PROVISIONING and leads to DESTROYED", () => {
    expect(reachable("PROVISIONING")).toContain(status);
    expect(reachable(status)).toContain("DESTROYED");
  });
});

it("never leaves DESTROYED, and no busy status leads to another", () => {
  expect(ENVIRONMENT_TRANSITIONS.DESTROYED.to).toEqual([]);
  for (const from of ENVIRONMENT_STATUSES.filter(isBusy)) {
    expect(ENVIRONMENT_TRANSITIONS[from].to.filter(isBusy)).toEqual([]);
  }
});

function reachable(from: (typeof ENVIRONMENT_STATUSES)[number]) {
  const seen = new Set([from]);
  for (const status of seen)
    for (const next of ENVIRONMENT_STATUSES) if (canTransition(status, next)) seen.add(next);
  return [...seen];
}

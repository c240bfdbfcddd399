import { describe, expect, it } from "vitest";
import {
  allowedActions,
  canTransition,
  ENVIRONMENT_ACTIONS,
  ENVIRONMENT_STATUSES,
  ENVIRONMENT_TRANSITIONS,
  isBusy,
} from "./lifecycle";

describe.each(ENVIRONMENT_STATUSES)("%s", (status) => {
  it("is busy or settled, never both", () => {
    expect(["busy", "settled"]).toContain(ENVIRONMENT_TRANSITIONS[status].phase);
  });

  it("is changed and destroyed only while nothing is at work on it, and it stands", () => {
    const isOffered = !isBusy(status) && status !== "DESTROYED";
    const actions = allowedActions({ status }, new Set(["request.create"]));
    expect(actions).toEqual(isOffered ? ENVIRONMENT_ACTIONS : []);
    expect(allowedActions({ status }, new Set(["environment.view"]))).toEqual([]);
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

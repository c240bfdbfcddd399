import { may } from "@greenroom/identity";
import { ROLES, type Role } from "@greenroom/identity/schema";
import { describe, expect, it } from "vitest";
import {
  allowedActions,
  canTransition,
  isOpen,
  OPEN_REQUEST_STATUSES,
  REQUEST_ACTIONS,
  REQUEST_STATUSES,
  REQUEST_TRANSITIONS,
} from "./lifecycle";

const ROLES_AND_STRANGER: readonly (Role | null)[] = [...ROLES, null];
const PERMISSION_OF = {
  approve: "request.decide",
  reject: "request.decide",
  withdraw: "request.withdraw",
} as const;

describe.each(REQUEST_STATUSES)("%s", (status) => {
  it("is open or closed, never both, and only an open one goes on", () => {
    expect(["open", "closed"]).toContain(REQUEST_TRANSITIONS[status].phase);
    expect(REQUEST_STATUSES.some((to) => canTransition(status, to))).toBe(isOpen(status));
  });

  it.each(ROLES_AND_STRANGER)("offers %s what the permissions table allows and nothing else", (role) => {
    for (const isRequester of [true, false]) {
      const actions = allowedActions(status, role, isRequester);
      expect(REQUEST_ACTIONS).toEqual(expect.arrayContaining([...actions]));
      if (!isOpen(status)) expect(actions).toEqual([]);
      if (isRequester) expect(actions).not.toContain("approve");
      const memberships = role === null ? [] : [{ teamId: "t", role }];
      const actor = { userId: "me", name: "Me", email: "me@x.test", memberships };
      const subject = { teamId: "t", ownerId: isRequester ? "me" : "other" };
      for (const action of actions) expect(may(actor, PERMISSION_OF[action], subject)).toBe(true);
    }
  });
});

it.each([
  ["APPROVER", null, true],
  ["APPROVER", "APPROVE", false],
  ["APPROVER", "BLOCK", false],
  ["PLATFORM_ENGINEER", "APPROVE", true],
  ["PLATFORM_ENGINEER", "BLOCK", false],
] as const)("lets %s approve what a budget holds with %s: %s", (role, heldByBudget, isOffered) => {
  const actions = allowedActions("PENDING_APPROVAL", role, false, heldByBudget);
  expect(actions.includes("approve")).toBe(isOffered);
  expect(actions).toContain("reject");
});

it("counts as open exactly what the partial unique index of the migration names", () => {
  expect(OPEN_REQUEST_STATUSES).toEqual(["DRAFT", "PLANNING", "PENDING_APPROVAL"]);
});

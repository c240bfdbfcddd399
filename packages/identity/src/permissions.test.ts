import { expect, it } from "vitest";
import { actionsIn, may, PERMISSIONS, type Permission, permissionsOn, rolesThatMay } from "./permissions";
import { ROLES, type Role } from "./schema";

const EVERY_PERMISSION = Object.keys(PERMISSIONS) as Permission[];
const personWith = (role: Role | null) => ({
  userId: "me",
  memberships: role === null ? [] : [{ teamId: "team", role }],
});

it.each(EVERY_PERMISSION)("%s grows with the role, and a stranger never has it", (permission) => {
  for (const ownerId of ["me", "other", undefined]) {
    const held = ROLES.map((role) => may(personWith(role), permission, { teamId: "team", ownerId }));
    expect(held).toEqual([...held].sort());
    expect(may(personWith(null), permission, { teamId: "team", ownerId })).toBe(false);
    const roles = rolesThatMay(permission, ownerId === "me" ? "own" : "others");
    expect(ROLES.filter((_, index) => held[index])).toEqual(roles);
  }
});

it("reaches other teams for platform engineers only", () => {
  for (const role of ROLES)
    for (const permission of EVERY_PERMISSION) {
      const reaches = role === "PLATFORM_ENGINEER" && rolesThatMay(permission, "others").includes(role);
      expect(may(personWith(role), permission, { teamId: "another" })).toBe(reaches);
    }
});

it("lets nobody decide on their own request", () => {
  for (const role of ROLES) {
    const own = permissionsOn(personWith(role), { teamId: "team", ownerId: "me" });
    expect(own.has("request.decide") || own.has("request.approveOverBudget")).toBe(false);
  }
});

it("offers of the actions those that fit the status and the permissions", () => {
  const rules = {
    look: { permission: "run.view", statuses: ["OPEN", "SHUT"] },
    stop: { permission: "run.cancel", statuses: ["OPEN"] },
  } as const;
  expect(actionsIn(rules, "OPEN", new Set(["run.view", "run.cancel"]))).toEqual(["look", "stop"]);
  expect(actionsIn(rules, "SHUT", new Set(["run.view", "run.cancel"]))).toEqual(["look"]);
  expect(actionsIn(rules, "OPEN", new Set(["run.view"]))).toEqual(["look"]);
});

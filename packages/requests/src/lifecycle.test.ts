import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PERMISSIONS, type Permission, permissionsOn } from "@greenroom/identity/permissions";
import { describe, expect, it } from "vitest";
import {
  allowedActions,
  canTransition,
  isOpen,
  OPEN_REQUEST_STATUSES,
  REQUEST_STATUSES,
  REQUEST_TRANSITIONS,
} from "./lifecycle";

const EVERYTHING = new Set(Object.keys(PERMISSIONS) as Permission[]);

describe.each(REQUEST_STATUSES)("%s", (status) => {
  it("is open or closed, never both, and only an open one goes on", () => {
    expect(["open", "closed"]).toContain(REQUEST_TRANSITIONS[status].phase);
    expect(REQUEST_STATUSES.some((to) => canTransition(status, to))).toBe(isOpen(status));
  });

  it("offers something to somebody exactly while it is open", () => {
    expect(allowedActions({ status, heldByBudget: null }, EVERYTHING).length > 0).toBe(isOpen(status));
    expect(allowedActions({ status, heldByBudget: null }, new Set())).toEqual([]);
  });
});

it.each([
  ["APPROVER", null, true],
  ["APPROVER", "APPROVE", false],
  ["APPROVER", "BLOCK", false],
  ["PLATFORM_ENGINEER", "APPROVE", true],
  ["PLATFORM_ENGINEER", "BLOCK", false],
] as const)("lets %s approve what a budget holds with %s: %s", (role, heldByBudget, isOffered) => {
  const holder = { userId: "me", memberships: [{ teamId: "team", role }] };
  const permissions = permissionsOn(holder, { teamId: "team", ownerId: "other" });
  const actions = allowedActions({ status: "PENDING_APPROVAL", heldByBudget }, permissions);
  expect(actions.includes("approve")).toBe(isOffered);
  expect(actions).toContain("reject");
});

it("counts as open exactly what the partial unique index of the newest migration names", () => {
  const folder = path.join(import.meta.dirname, "../../../prisma/migrations");
  const indexes = readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .sort()
    .flatMap((name) => readFileSync(path.join(folder, name, "migration.sql"), "utf8").split(";"))
    .filter((statement) => statement.includes('CREATE UNIQUE INDEX "Request_name_open_key"'));
  const statuses = /"status" IN \((.*?)\)/.exec(indexes.at(-1) ?? "")?.[1];
  expect(statuses).toBe(OPEN_REQUEST_STATUSES.map((status) => `'${status}'`).join(", "));
});

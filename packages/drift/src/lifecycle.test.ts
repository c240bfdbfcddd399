import { readFileSync } from "node:fs";
import { ENVIRONMENT_STATUSES } from "@greenroom/environments/lifecycle";
import { expect, it } from "vitest";
import {
  DRIFT_CHECK_STATUSES,
  driftActions,
  driftState,
  isOpen,
  isOpenDifference,
  OPEN_CHECK_STATUSES,
  statusesBefore,
} from "./lifecycle";

it("lets a check end in DONE or FAILED only while a worker has it, and never begin anew", () => {
  expect(statusesBefore("QUEUED")).toEqual([]);
  for (const end of ["DONE", "FAILED"] as const) expect(statusesBefore(end)).toEqual(["RUNNING"]);
  for (const status of DRIFT_CHECK_STATUSES) {
    const leadsOn = DRIFT_CHECK_STATUSES.some((to) => statusesBefore(to).includes(status));
    expect(leadsOn).toBe(isOpen(status));
  }
});

it("calls those open that the partial unique index of the migration names", () => {
  const folder = new URL("../../../prisma/migrations/20261201090000_drift/", import.meta.url);
  const sql = readFileSync(new URL("migration.sql", folder), "utf8");
  const named = /DriftCheck_open_key".*\("environmentId"\) WHERE "status" IN \((.*)\)/.exec(sql)?.[1];
  expect(named?.match(/\w+/g)).toEqual(OPEN_CHECK_STATUSES);
});

it("offers a check of what is ready only, and each act to those who may", () => {
  for (const status of ENVIRONMENT_STATUSES) {
    const offered = driftActions({ status }, new Set(["drift.check", "drift.ignore"]));
    expect(offered.includes("check")).toBe(status === "READY");
    expect(offered.includes("ignore")).toBe(status !== "DESTROYED");
    const asked = driftActions({ status }, new Set(["request.create"]));
    expect(asked).toEqual(status === "READY" ? ["revert"] : []);
    expect(driftActions({ status }, new Set(["environment.view"]))).toEqual([]);
  }
});

it("is in sync only of what was checked, and not drifted by what is as it should be", () => {
  expect([driftState(null, 0), driftState({}, 0), driftState({}, 1)]).toEqual([
    "NOT_CHECKED",
    "IN_SYNC",
    "DRIFTED",
  ]);
  const open = (driftClass: string, ignore: { isOver: boolean } | null = null) =>
    isOpenDifference({ driftClass, ignore });
  expect(["AUTOSCALER", "NOISE", "CAPACITY", "PERSON", "UNKNOWN"].map((one) => open(one))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
  expect([open("UNKNOWN", { isOver: false }), open("UNKNOWN", { isOver: true })]).toEqual([false, true]);
});

import {
  ChangeSetStatus,
  ExecutionStatus,
  ResourceStatus,
  StackStatus,
} from "@aws-sdk/client-cloudformation";
import { describe, expect, it } from "vitest";
import {
  CHANGE_SET_STATUSES,
  changeSetState,
  EXECUTION_STATUSES,
  operationOf,
  outcomeOf,
  phaseOf,
  STACK_PHASES,
  STATUSES,
  statusesOf,
} from "./statuses";

const sorted = (names: Iterable<string>) => [...names].sort();
const stackStatuses = Object.values(StackStatus);

describe("the table of statuses", () => {
  it("has every status that the SDK knows, and no other", () => {
    const known = new Set<string>([...stackStatuses, ...Object.values(ResourceStatus)]);
    expect(sorted(Object.keys(STATUSES))).toEqual(sorted(known));
    expect(sorted(Object.keys(CHANGE_SET_STATUSES))).toEqual(sorted(Object.values(ChangeSetStatus)));
    expect(sorted(Object.keys(EXECUTION_STATUSES))).toEqual(sorted(Object.values(ExecutionStatus)));
  });

  it("gives a phase to every status of a stack, and to no other", () => {
    const withPhase = Object.entries(STATUSES).filter(([, rule]) => "phase" in rule);
    expect(sorted(withPhase.map(([status]) => status))).toEqual(sorted(stackStatuses));
  });

  it("uses every phase, and each status is of one", () => {
    expect(sorted(STACK_PHASES.flatMap((phase) => statusesOf(phase)))).toEqual(sorted(stackStatuses));
    for (const phase of STACK_PHASES) expect(statusesOf(phase), phase).not.toEqual([]);
  });

  it("names an operation for exactly those that are moving", () => {
    for (const status of stackStatuses)
      expect(operationOf(status) !== null, status).toBe(phaseOf(status) === "MOVING");
  });

  it.each(stackStatuses)("agrees with the name of %s", (status) => {
    expect(outcomeOf(status) === "MOVING").toBe(status.endsWith("_IN_PROGRESS"));
    expect(outcomeOf(status) === "FAILED").toBe(status.endsWith("_FAILED"));
  });

  it("takes a status that did not exist then by its ending", () => {
    expect(["MERGE_IN_PROGRESS", "MERGE_FAILED", "MERGE_COMPLETE"].map(outcomeOf)).toEqual([
      "MOVING",
      "FAILED",
      "DONE",
    ]);
    expect(["MERGE_IN_PROGRESS", "MERGE_FAILED", "MERGE_COMPLETE"].map(phaseOf)).toEqual([
      "MOVING",
      "FAILED",
      "FAILED",
    ]);
  });
});

describe("changeSetState", () => {
  it.each([
    ["PENDING", { Status: "CREATE_PENDING", ExecutionStatus: "UNAVAILABLE" }],
    ["PENDING", { Status: "CREATE_IN_PROGRESS", ExecutionStatus: "UNAVAILABLE" }],
    ["READY", { Status: "CREATE_COMPLETE", ExecutionStatus: "AVAILABLE" }],
    ["EXECUTED", { Status: "CREATE_COMPLETE", ExecutionStatus: "EXECUTE_IN_PROGRESS" }],
    ["EXECUTED", { Status: "CREATE_COMPLETE", ExecutionStatus: "EXECUTE_FAILED" }],
    ["OBSOLETE", { Status: "CREATE_COMPLETE", ExecutionStatus: "OBSOLETE" }],
    ["FAILED", { Status: "FAILED", ExecutionStatus: "UNAVAILABLE", StatusReason: "Template error" }],
    [
      "NO_CHANGES",
      {
        Status: "FAILED",
        ExecutionStatus: "UNAVAILABLE",
        StatusReason: "The submitted information didn't contain changes. Submit different information.",
      },
    ],
  ] as const)("%s", (expected, output) => expect(changeSetState(output)).toBe(expected));
});

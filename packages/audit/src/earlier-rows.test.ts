import { message, say } from "@greenroom/messages";
import { expect, it } from "vitest";
import { CHAIN_START, followChain } from "./chain";
import { readReason } from "./schema";

/**
 * A row as Greenroom wrote it before reasons were kept as keys and values: made and hashed by that version.
 */
const ROW = {
  sequence: 1n,
  at: new Date("2026-11-30T10:00:00.000Z"),
  ...{
    actorId: null,
    actorName: "Greenroom",
    action: "run.failed",
    subjectType: "run",
    subjectId: "r1",
    subjectName: "#7 shop",
    teamId: "t1",
    reason: "Run #7 failed: The stack is ROLLBACK_COMPLETE after an earlier failure and can only be deleted.",
    details: {
      kind: "APPLY",
      code: "CLOUD_REFUSED",
      stackKey: "data",
      said: {
        messageKey: "trail.runFailed",
        details: {
          number: 7,
          failure: {
            message: "The stack is ROLLBACK_COMPLETE after an earlier failure and can only be deleted.",
            messageKey: "run.onlyDeletable",
            details: {
              status: "ROLLBACK_COMPLETE",
            },
          },
        },
      },
    },
    previousHash: "0000000000000000000000000000000000000000000000000000000000000000",
    hash: "5da985e0d944b643d5c76de615e47741c32e4a326fb6ba2c627bdc912e0357e2",
  },
};

it("a row of the version before still verifies, and its reason is said in the reader's language", () => {
  expect(followChain(CHAIN_START, [ROW], () => false)).toMatchObject({ isIntact: true });
  const reason = readReason(ROW);
  expect(reason).toEqual(
    message("trail.runFailed", {
      number: 7,
      failure: message("run.onlyDeletable", { status: "ROLLBACK_COMPLETE" }),
    }),
  );
  expect(reason && say("en", reason)).toBe(ROW.reason);
});

it("a reason of today is a message among the details, and a person's stays theirs", () => {
  const reason = message("trail.nobodyDecided", { days: 14 });
  expect(readReason({ reason: null, details: { kind: "CREATE", reason } })).toEqual(reason);
  expect(readReason({ reason: "too dear", details: {} })).toEqual(message("verbatim", { text: "too dear" }));
  expect(readReason({ reason: null, details: {} })).toBeNull();
});

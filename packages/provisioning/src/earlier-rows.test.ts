import { say } from "@greenroom/messages";
import { describe, expect, it } from "vitest";
import { failureSchema, runEventDataSchema, templateCheckSchema, waitingSchema } from "./schema";

/**
 * Rows as Greenroom wrote them before messages were kept as keys and values: made by that version, word for
 * word.
 */
const ROLLBACK_FAILURE = {
  code: "CLOUD_REFUSED",
  logicalId: "Table",
  resourceType: "AWS::DynamoDB::Table",
  stackKey: "data",
  message:
    "The update of the stack shop-data failed, and so did its rollback: Quota exceeded. It is between two states.",
  messageKey: "run.rollbackFailed",
  details: {
    stackName: "shop-data",
    cause: {
      message: "Quota exceeded.",
    },
  },
  remedy:
    "Correct the cause named here, then choose “Continue the rollback”: the stack then is what it was before.",
  remedyKey: "remedy.continueRollback",
};
const REFUSAL = {
  code: "CLOUD_REFUSED",
  logicalId: null,
  resourceType: null,
  stackKey: "data",
  message: "AWS refused ExecuteChangeSet: Denied.",
  messageKey: "cloud.refused",
  details: {
    operation: "ExecuteChangeSet",
    awsCode: "AccessDenied",
    awsMessage: "Denied.",
  },
  remedy: "Read what the cloud says, correct the cause, then retry the run.",
  remedyKey: "remedy.cloud",
};
const WITHOUT_KEY = {
  code: "CLOUD_UNAVAILABLE",
  logicalId: null,
  resourceType: null,
  stackKey: null,
  message: "AWS could not be reached.",
  remedy: "Submit the request again. If its plan fails again, tell the platform team the number of the run.",
  remedyKey: "remedy.planGreenroom",
};
const LOG = {
  kind: "LOG",
  level: "ERROR",
  message:
    "The update of the stack shop-data failed, and so did its rollback: Quota exceeded. It is between two states.",
  messageKey: "run.rollbackFailed",
  details: {
    stackName: "shop-data",
    cause: {
      message: "Quota exceeded.",
    },
  },
  stackKey: "data",
};
const CHECKS = [
  {
    rule: "no-assets",
    severity: "PASSED",
    stackKey: null,
    logicalId: null,
    message: "Nothing has to be uploaded before deployment.",
    remedy: null,
  },
  {
    severity: "WARNING",
    logicalId: "Jobs",
    message: "The queue Jobs has no dead-letter queue.",
    messageKey: "rule.queueNoDeadLetters",
    details: {
      logicalId: "Jobs",
    },
    remedy: "Give it a dead-letter queue.",
    remedyKey: "rule.addDeadLetters",
    rule: "dead-letters",
    stackKey: "queue",
  },
];
/** From the plan of a version that kept the reason of an acceptance as prose. */
const ACCEPTED = {
  rule: "W1020",
  engine: "cloudformation-validate",
  reason: {
    en: "The template is generated: an Fn::Sub without variables is the same as a plain text.",
    ko: "생성된 템플릿입니다. 변수가 없는 Fn::Sub는 문자열과 같습니다.",
  },
  remedy: { key: "rule.fix.function" },
  message: { key: "verbatim", values: { text: "Fn::Sub isn't needed because there are no variables" } },
  severity: "SUPPRESSED",
  stackKey: "cluster",
  logicalId: "Nodes",
};
const WAITING = {
  cause: "CLOUD_THROTTLED",
  retryAt: "2026-11-30T10:00:00.000Z",
  message: "AWS is answering too many requests.",
};

describe("rows of the version before", () => {
  it("a failure of a run, in the reader's language", () => {
    const failure = failureSchema.parse(ROLLBACK_FAILURE);
    expect(failure).toMatchObject({ code: "CLOUD_REFUSED", logicalId: "Table", stackKey: "data" });
    expect(say("en", failure.message)).toBe(ROLLBACK_FAILURE.message);
    expect(say("ko", failure.message)).toContain("Quota exceeded.");
    expect(failure.remedy).toEqual({ key: "remedy.continueRollback" });
  });

  it("a failure with more values than its message has, and one in other words", () => {
    expect(say("en", failureSchema.parse(REFUSAL).message)).toBe(REFUSAL.message);
    expect(failureSchema.parse(REFUSAL).message.key).toBe("cloud.refused");
    expect(say("ko", failureSchema.parse(WITHOUT_KEY).message)).toBe(WITHOUT_KEY.message);
  });

  it("a line of a run's log", () => {
    const line = runEventDataSchema.parse(LOG);
    expect(line).toMatchObject({ kind: "LOG", level: "ERROR", stackKey: "data" });
    expect(line.kind === "LOG" && say("en", line.message)).toBe(LOG.message);
  });

  it("the checks of a plan", () => {
    expect(CHECKS.map((check) => templateCheckSchema.parse(check))).toMatchObject([
      { rule: "no-assets", severity: "PASSED", message: { key: "verbatim" }, remedy: null },
      {
        rule: "dead-letters",
        message: { key: "rule.queueNoDeadLetters", values: { logicalId: "Jobs" } },
        remedy: { key: "rule.addDeadLetters" },
      },
    ]);
  });

  it("why a finding of a plan is accepted, in both languages", () => {
    const { reason, message } = templateCheckSchema.parse(ACCEPTED);
    expect(message).toEqual(ACCEPTED.message);
    expect(reason && [say("en", reason), say("ko", reason)]).toEqual([
      ACCEPTED.reason.en,
      ACCEPTED.reason.ko,
    ]);
  });

  it("why a run waits", () => {
    expect(waitingSchema.parse(WAITING)).toMatchObject({
      cause: "CLOUD_THROTTLED",
      message: { values: { text: WAITING.message } },
    });
  });
});

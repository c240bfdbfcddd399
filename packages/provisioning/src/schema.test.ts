import { bilingual, message, verbatim } from "@greenroom/messages";
import { describe, expect, it } from "vitest";
import { failureSchema, runEventDataSchema, templateCheckSchema, waitingSchema } from "./schema";

const place = { stackKey: "base", logicalId: null };

describe("rows of the version before, which held prose", () => {
  it("a failure whose text has a key", () => {
    const row = {
      code: "INTERNAL",
      message: "The run was set aside: 3 workers in a row ended while they worked on it.",
      messageKey: "run.setAside",
      details: { limit: 3 },
      remedy: "A platform engineer has to look at the workers' logs; then retry the run.",
      remedyKey: "remedy.readLogs",
      ...place,
      resourceType: null,
    };
    expect(failureSchema.parse(row)).toEqual({
      code: "INTERNAL",
      message: message("run.setAside", { limit: 3 }),
      remedy: message("remedy.readLogs"),
      ...place,
      resourceType: null,
    });
  });

  it("a failure in the cloud's words, and one without a remedy", () => {
    const row = {
      code: "CLOUD_REFUSED",
      message: "Limit exceeded",
      remedy: null,
      ...place,
      resourceType: null,
    };
    expect(failureSchema.parse(row)).toMatchObject({ message: verbatim("Limit exceeded"), remedy: null });
  });

  it("a finding, and a rule that found none", () => {
    const finding = { rule: "AwsSolutions-VPC7", severity: "ERROR", ...place };
    const texts = { message: "No flow log.", messageKo: "흐름 로그 없음", remedy: "Switch it on." };
    expect(templateCheckSchema.parse({ ...finding, ...texts })).toEqual({
      ...finding,
      message: bilingual({ en: "No flow log.", ko: "흐름 로그 없음" }),
      remedy: verbatim("Switch it on."),
    });
    const passed = { rule: "template-size", severity: "PASSED", stackKey: null, logicalId: null };
    expect(templateCheckSchema.parse({ ...passed, message: "All are small.", remedy: null })).toEqual({
      ...passed,
      message: verbatim("All are small."),
      remedy: null,
    });
  });

  it("why a run waits, and a line of its log", () => {
    const waiting = {
      cause: "CLOUD_UNAVAILABLE",
      retryAt: "2026-05-01T10:00:00.000Z",
      message: "AWS is away.",
    };
    expect(waitingSchema.parse(waiting)).toMatchObject({ message: verbatim("AWS is away.") });
    const line = { kind: "LOG", level: "ERROR", stackKey: "base", message: "It broke." };
    expect(runEventDataSchema.parse(line)).toEqual({ ...line, message: verbatim("It broke.") });
  });
});

it("reads what it writes", () => {
  const failure = {
    code: "CLOUD_REFUSED",
    message: message("run.rollbackFailed", {
      stackName: "a",
      cause: verbatim("Somebody deleted the table."),
    }),
    remedy: message("remedy.continueRollback"),
    ...place,
    resourceType: null,
  };
  expect(failureSchema.parse(failure)).toEqual(failure);
});

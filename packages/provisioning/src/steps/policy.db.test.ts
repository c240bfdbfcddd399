import type { PolicyReport } from "@greenroom/cloud";
import { AppError } from "@greenroom/errors";
import { bilingual, message, verbatim } from "@greenroom/messages";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRunFixture, type RunFixture } from "../../testing/run-fixture";
import { sayFailure } from "../../testing/run-rows";
import { findPlan } from "../queries/find-plan";
import { failureSchema } from "../schema";

let database: TestDatabase;
let fixture: RunFixture;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  fixture = await createRunFixture(database.prisma);
});

type Finding = PolicyReport["findings"][number];
const finding = (overrides: Partial<Finding>): Finding => ({
  engine: "cdk-nag",
  rule: "AwsSolutions-VPC7",
  severity: "ERROR",
  stackKey: "base",
  logicalId: "Vpc",
  message: "The VPC does not have an associated Flow Log.",
  remedy: message("rule.fix.flowLogs"),
  reason: null,
  ...overrides,
});
const accepted = finding({ severity: "SUPPRESSED", reason: bilingual({ en: "asked for", ko: "요청함" }) });
const report = (findings: Finding[]): PolicyReport => ({
  findings,
  ruleCounts: { "cdk-nag": 100, "cloudformation-validate": 200 },
});

/** A finding as the plan holds it: in the engine's own words. */
const said = <Found extends Pick<Finding, "message">>(found: Found) => ({
  ...found,
  message: verbatim(found.message),
});

async function planned(findings: Finding[]) {
  fixture.policyReport = report(findings);
  const { requestId, runId } = await fixture.plan("CREATE");
  return { requestId, runId, run: await fixture.drive(runId) };
}
const statusOf = async (runId: string, key: string) =>
  (await fixture.db.runStep.findUniqueOrThrow({ where: { runId_key: { runId, key } } })).status;

describe("the policy step of a plan", () => {
  it("stores accepted findings and warnings with the plan, and how many rules were looked at", async () => {
    const warning = finding({ severity: "WARNING", logicalId: null });
    const { runId, run } = await planned([accepted, warning]);
    expect(run.status).toBe("SUCCEEDED");
    expect(await statusOf(runId, "policy")).toBe("SUCCEEDED");
    const plan = await findPlan(fixture.db, runId);
    const { reason: _, ...stored } = warning;
    expect(plan?.checks.filter(({ engine }) => engine)).toEqual([
      said(accepted),
      said(stored),
      expect.objectContaining({ engine: "cdk-nag", severity: "PASSED", ruleCount: 100 }),
      expect.objectContaining({ engine: "cloudformation-validate", severity: "PASSED", ruleCount: 200 }),
    ]);
  });

  it("fails with rule, resource and remedy for an error that nobody answered for, and logs the others", async () => {
    const other = finding({ engine: "cloudformation-validate", rule: "F3034", logicalId: "Other" });
    const { runId, run } = await planned([accepted, finding({}), other]);
    expect(run.status).toBe("FAILED");
    expect(failureSchema.parse(run.failure)).toEqual({
      code: "TEMPLATE_INVALID",
      message: message("run.checkFailedAndOne", {
        rule: "AwsSolutions-VPC7",
        finding: verbatim("The VPC does not have an associated Flow Log."),
      }),
      remedy: message("rule.fix.flowLogs"),
      stackKey: "base",
      logicalId: "Vpc",
      resourceType: "AWS::SSM::Parameter",
    });
    expect(fixture.planFailures).toHaveLength(1);
    expect(await statusOf(runId, "policy")).toBe("FAILED");
    expect(await statusOf(runId, "record")).toBe("SKIPPED");
    const events = await fixture.db.runEvent.findMany({ where: { runId, kind: "LOG" } });
    expect(events.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({
        level: "ERROR",
        message: expect.objectContaining({ key: "run.checkFound" }),
      }),
    );
  });

  it("fails when the engines cannot run: a plan is never offered unlooked at", async () => {
    fixture.deps.policyChecker.check = async () => {
      throw new AppError("cloud.childStopped", {
        reason: "The policy check stopped: out of memory.",
        attempts: 3,
        blueprint: "ticketing",
      });
    };
    const { runId, run } = await planned([]);
    expect(run.status).toBe("FAILED");
    expect(sayFailure(run.failure)).toContain("The policy check stopped");
    expect(await findPlan(fixture.db, runId)).toBeNull();
  });

  it("is part of what is approved", async () => {
    const { requestId, runId } = await planned([accepted]);
    const approved = await fixture.approve(requestId);
    const plan = await fixture.db.plan.findUniqueOrThrow({ where: { runId } });
    const checks = JSON.parse(
      JSON.stringify(plan.checks).replace("asked for", "never asked for"),
    ) as object[];
    await fixture.db.plan.update({ where: { runId }, data: { checks } });
    expect(failureSchema.parse((await fixture.drive(approved.runId)).failure).code).toBe("DIGEST_MISMATCH");
  });

  it("is not needed to delete", async () => {
    const { environmentId } = await fixture.build();
    fixture.policyReport = report([finding({})]);
    const { runId } = await fixture.plan("DESTROY", environmentId);
    expect((await fixture.drive(runId)).status).toBe("SUCCEEDED");
  });

  it("leaves plans from before it readable", async () => {
    const { runId } = await planned([]);
    const own = (await findPlan(fixture.db, runId))?.checks.filter(({ engine }) => !engine) ?? [];
    expect(own.length).toBeGreaterThan(0);
    await fixture.db.plan.update({ where: { runId }, data: { checks: JSON.parse(JSON.stringify(own)) } });
    expect((await findPlan(fixture.db, runId))?.checks).toEqual(own);
  });
});

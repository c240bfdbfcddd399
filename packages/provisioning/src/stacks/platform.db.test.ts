import type { SynthesizedStack } from "@greenroom/cloud";
import { verbatim } from "@greenroom/messages";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createRunFixture, type RunFixture } from "../../testing/run-fixture";
import { sha256 } from "../plan/digest";
import { findStackRegions } from "../queries/find-stack-regions";

let database: TestDatabase;
let fixture: RunFixture;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  fixture = await createRunFixture(database.prisma);
});

/** Stacks by key, each with the keys that it reads an output of. */
type Platform = Record<string, string[]>;

const WHOLE: Platform = {
  base: [],
  edge: [],
  cluster: ["base"],
  cache: ["base"],
  alarms: ["cluster", "cache", "edge"],
  backup: ["cache"],
};
const REGIONS: Record<string, string> = { edge: "us-east-1" };

/** The reading is in the templates; `dependsOn` says it as the synthesizer does. */
function offer(platform: Platform, resource = "Thing"): void {
  fixture.deps.synthesizer.synthesize = async ({ context }) => {
    const nameOf = (key: string) => `greenroom-${context.environmentName}-${key}`;
    return Object.entries(platform).map(([key, reads]): SynthesizedStack => {
      const values = reads.map((source) => ({
        "Fn::GetStackOutput": {
          StackName: nameOf(source),
          OutputName: "Name",
          Region: REGIONS[source] ?? "ap-northeast-2",
        },
      }));
      const Value = { "Fn::Join": ["", ["x", ...values]] };
      const template = JSON.stringify({
        Resources: { [resource]: { Type: "AWS::SSM::Parameter", Properties: { Type: "String", Value } } },
        Outputs: { Name: { Value: { Ref: resource } } },
      });
      const region = REGIONS[key] ?? "ap-northeast-2";
      return {
        key,
        stackName: nameOf(key),
        region,
        template,
        templateHash: sha256(template),
        dependsOn: reads,
      };
    });
  };
}

async function run(kind: "CREATE" | "CHANGE" | "DESTROY", environmentId: string | null = null) {
  const { requestId, runId: planRunId } = await fixture.plan(kind, environmentId);
  const plan = await fixture.drive(planRunId);
  if (plan.status !== "SUCCEEDED") throw new Error(JSON.stringify(plan.failure));
  const approved = await fixture.approve(requestId);
  return { ...approved, run: await fixture.drive(approved.runId) };
}

/** What was accepted, in order, without the environment's name. `accepted` is told of each. */
function operations(accepted: (operation: string) => void = () => {}): string[] {
  const seen: string[] = [];
  fixture.cloud.onAccepted = (text) => {
    const [verb = "", name = ""] = text.split(" ");
    // Empty change sets are made to compare, and thrown away.
    if (verb === "change-set" || verb === "discard") return;
    const operation = `${verb} ${name.replace(`greenroom-${fixture.name}-`, "")}`;
    seen.push(operation);
    accepted(operation);
  };
  return seen;
}

const statusOf = (key: string) =>
  [...fixture.cloud.stacks.values()].findLast(({ name }) => name.endsWith(`-${key}`))?.status;

it("applies stacks of two regions in waves, and deletes each when all that read it are gone", async () => {
  offer(WHOLE);
  fixture.cloud.slowness = 3;
  const before = new Map<string, string[]>();
  const built = operations((operation) => {
    const done = Object.keys(WHOLE).filter((key) => statusOf(key) === "CREATE_COMPLETE");
    before.set(operation, done);
  });
  const { environmentId, run: apply } = await run("CREATE");
  expect(apply.status).toBe("SUCCEEDED");
  expect(built.toSorted()).toEqual(
    Object.keys(WHOLE)
      .map((key) => `execute ${key}`)
      .sort(),
  );
  for (const [key, reads] of Object.entries(WHOLE)) {
    for (const read of reads) expect(before.get(`execute ${key}`)).toContain(read);
  }
  expect(before.get("execute edge")).toEqual([]);
  expect(await findStackRegions(fixture.db, apply)).toEqual({ edge: "us-east-1" });
  expect(before.get("execute cache")).not.toContain("cluster");

  const left = new Map<string, string[]>();
  operations((operation) => {
    left.set(
      operation,
      Object.keys(WHOLE).filter((key) => statusOf(key) !== "DELETE_COMPLETE"),
    );
  });
  const destroyed = await run("DESTROY", environmentId);
  expect(destroyed.run.status).toBe("SUCCEEDED");
  for (const [key, reads] of Object.entries(WHOLE)) {
    for (const read of reads) expect(left.get(`delete ${read}`)).not.toContain(key);
  }
});

it("deletes what a change switches off after its readers were updated, users first, and adds what it switches on", async () => {
  offer(WHOLE);
  const { environmentId } = await run("CREATE");
  fixture.cloud.slowness = 3;
  const left = new Map<string, string[]>();
  const seen = operations((operation) => {
    left.set(
      operation,
      Object.keys(WHOLE).filter((key) => statusOf(key) !== "DELETE_COMPLETE"),
    );
  });
  offer({ base: [], cluster: ["base"], alarms: ["cluster"], queue: ["cluster"] });
  const { run: change } = await run("CHANGE", environmentId);
  expect(change.status).toBe("SUCCEEDED");
  const updates = seen.filter((operation) => operation.startsWith("execute"));
  expect(updates.toSorted()).toEqual(["execute alarms", "execute queue"]);
  const deletions = seen.slice(updates.length);
  expect(deletions.toSorted()).toEqual(["delete backup", "delete cache", "delete edge"]);
  expect(left.get("delete cache")).not.toContain("backup");
  expect(left.get("delete edge")).toContain("backup");
  const stacks = await fixture.db.environmentStack.findMany({ where: { environmentId } });
  expect(stacks.map(({ key }) => key).sort()).toEqual(["alarms", "base", "cluster", "queue"]);
});

it("lets the others of a wave finish when one fails, and starts no more", async () => {
  offer({ ...WHOLE, cache: [], cluster: [] });
  fixture.cloud.slowness = 3;
  const broken = operations((operation) => {
    if (operation === "execute cache") fixture.cloud.failing.set("Thing", "Quota of nodes exceeded");
  });
  const { runId, run: apply } = await run("CREATE");
  expect(apply).toMatchObject({
    status: "FAILED",
    failure: { message: verbatim("Quota of nodes exceeded") },
  });
  expect(broken.toSorted()).toEqual(["base", "cache", "cluster", "edge"].map((key) => `execute ${key}`));
  const steps = await fixture.db.runStep.findMany({ where: { runId, kind: "APPLY_STACK" } });
  const byStatus = (status: string) =>
    steps.flatMap((step) => (step.status === status ? [step.stackKey] : [])).sort();
  expect(byStatus("SKIPPED")).toEqual(["alarms", "backup"]);
  expect(byStatus("FAILED")).toHaveLength(1);
  expect(byStatus("SUCCEEDED")).toHaveLength(3);
});

it("stops a whole wave when it is cancelled, and keeps what was finished before", async () => {
  offer(WHOLE);
  fixture.cloud.slowness = 3;
  let runId = "";
  const seen: string[] = [];
  fixture.cloud.onAccepted = async (operation) => {
    seen.push(operation);
    if (!operation.startsWith("execute") || !operation.endsWith("-cache")) return;
    await fixture.db.run.updateMany({
      where: { environmentName: fixture.name, kind: "APPLY" },
      data: { cancelRequestedAt: new Date() },
    });
  };
  const { runId: id, run: apply, environmentId } = await run("CREATE");
  runId = id;
  expect(apply.status).toBe("CANCELLED");
  const steps = await fixture.db.runStep.findMany({ where: { runId, kind: "APPLY_STACK" } });
  const status = Object.fromEntries(steps.map((step) => [step.stackKey, step.status]));
  expect(status).toMatchObject({
    base: "SUCCEEDED",
    cache: "CANCELLED",
    alarms: "CANCELLED",
    backup: "CANCELLED",
  });
  expect(statusOf("cache")).toBe("DELETE_COMPLETE");
  const kept = await fixture.db.environmentStack.findMany({ where: { environmentId } });
  expect(kept.map(({ key }) => key)).toContain("base");
  expect(kept.map(({ key }) => key)).not.toContain("cache");
});

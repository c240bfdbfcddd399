import { synthesizeApp } from "@greenroom/infra-templates";
import { type BlueprintContext, getBlueprint } from "@greenroom/infra-templates/catalog";
import { diffTemplates, type PlannedResourceChange } from "@greenroom/template-analysis";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { runs } from "../../../scripts/testing/share";
import { createCloudStacks } from "../src/cloudformation";
import type { StackTarget } from "../src/contract";
import { apply, prepare, settle } from "../testing/drive-stack";
import { startSandbox, type TestSandbox } from "../testing/start-sandbox";

// Loading CDK or the resource specification takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** The blueprint's own templates, through the adapter, on the sandbox. */
let sandbox: TestSandbox;
let stacks: ReturnType<typeof createCloudStacks>;
beforeAll(async () => {
  process.env.CDK_VALIDATION = "false";
  sandbox = await startSandbox();
  stacks = createCloudStacks({ mode: "sandbox", endpoint: sandbox.url });
});
afterAll(async () => {
  stacks.close();
  await sandbox.stop();
});

const model = getBlueprint("ticketing");
const contextOf = (environmentName: string, stage: string): BlueprintContext => ({
  environmentName,
  teamSlug: "box-office",
  ownerEmail: "rina@demo.greenroom",
  costCentre: "CC-100",
  requestNumber: 7,
  stage,
  region: "ap-northeast-2",
  accountId: "111122223333",
  expiresOn: null,
});
const targetOf = ({ stackName, region }: { stackName: string; region: string }): StackTarget => ({
  accountId: "111122223333",
  region,
  stackName,
  access: { roleArn: "arn:aws:iam::111122223333:role/greenroom-access", externalId: "known-to-both" },
});
const actionsOf = (changes: PlannedResourceChange[]) =>
  Object.fromEntries(changes.map((change) => [change.logicalId, change.action]));

it.each(model.presets.map((preset) => [preset.key, preset] as const))(
  "preset %s is built as planned and deleted to nothing",
  async (key, preset) => {
    const spec = structuredClone(preset.spec) as Record<string, Record<string, unknown>>;
    // A protected load balancer has to be unprotected before its stack can go.
    spec.edge!.deletionProtection = false;
    const templates = synthesizeApp("ticketing", spec, contextOf(`env-${key}`, preset.stages[0] ?? "dev"));
    const built: (StackTarget & { kept: string[] })[] = [];
    for (const { template, ...rest } of templates) {
      const target = targetOf(rest);
      const { changeSet, stack } = await apply(stacks, target, `gr-${key}-${rest.key}`, template);
      expect(stack.status, stack.statusReason ?? "").toBe("CREATE_COMPLETE");
      expect(actionsOf(changeSet.changes)).toEqual(actionsOf(diffTemplates(null, template)));
      expect(Object.keys(stack.outputs).sort()).toEqual(
        Object.keys((template.Outputs ?? {}) as object).sort(),
      );
      for (const value of Object.values(stack.outputs)) expect(value).not.toBe("");
      built.push({ ...target, stackId: stack.stackId, kept: keptBy(template) });
    }
    for (const target of built.reverse()) {
      await stacks.deleteStack(target, { token: `delete-${target.stackName}`, executionRoleArn: null });
      expect(await settle(stacks, target)).toMatchObject({ phase: "DELETED" });
      const skipped = (await stacks.listEvents(target, null)).filter(
        ({ status }) => status === "DELETE_SKIPPED",
      );
      expect(skipped.map(({ logicalId }) => logicalId).sort()).toEqual(target.kept);
    }
  },
);

/** Resources that outlive the deletion of a stack. */
function keptBy(template: Record<string, unknown>): string[] {
  const resources = Object.entries(template.Resources as Record<string, { DeletionPolicy?: string }>);
  return resources
    .filter(([, { DeletionPolicy }]) => DeletionPolicy?.startsWith("Retain"))
    .map(([logicalId]) => logicalId)
    .sort();
}

it("the plan of a change tells all that CloudFormation would do", async () => {
  const start = model.presets[0]!.spec as Record<string, Record<string, unknown>>;
  const context = contextOf("env-change", "dev");
  const before = synthesizeApp("ticketing", start, context);
  for (const { template, ...stack } of before)
    await apply(stacks, targetOf(stack), `gr-start-${stack.key}`, template);

  const change = fc.record(
    {
      network: fc.record(
        {
          cidr: fc.constantFrom("10.99.0.0/16", "10.181.0.0/20"),
          zones: fc.constant(3),
          nat: fc.constantFrom("per-zone", "none"),
          flowLogs: fc.constant(false),
          flowLogRetentionDays: fc.constant(30),
        },
        { requiredKeys: [] },
      ),
      data: fc.record(
        { pointInTimeRecovery: fc.constant(true), deletionProtection: fc.constant(true) },
        { requiredKeys: [] },
      ),
      events: fc.record(
        { archiveDays: fc.constant(60), logRetentionDays: fc.constant(90), maxReceiveCount: fc.constant(9) },
        { requiredKeys: [] },
      ),
      requestNumber: fc.constantFrom(7, 8),
    },
    { requiredKeys: ["requestNumber"] },
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(change, async ({ requestNumber, ...sections }) => {
      run += 1;
      const spec = structuredClone(start);
      for (const [section, values] of Object.entries(sections)) Object.assign(spec[section]!, values);
      const after = synthesizeApp("ticketing", spec, { ...context, requestNumber });
      for (const [index, { template, ...stack }] of after.entries()) {
        // What it reads of another stack would be there only after that one's change, which is not carried
        // out here.
        if (JSON.stringify(template).includes("Fn::GetStackOutput")) continue;
        const planned = diffTemplates(before[index]!.template, template);
        const name = `gr-${run}-${stack.key}`;
        const changeSet = await prepare(stacks, targetOf(stack), name, template, "UPDATE");
        await stacks.deleteChangeSet(targetOf(stack), name);
        expect(changeSet.status, changeSet.reason ?? "").toBe(planned.length > 0 ? "READY" : "NO_CHANGES");
        expect(actionsOf(changeSet.changes)).toEqual(actionsOf(planned));
      }
    }),
    { numRuns: runs(12), endOnFailure: true },
  );
});

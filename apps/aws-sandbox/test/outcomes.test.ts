import { CreateStackCommand, DeleteStackCommand, UpdateStackCommand } from "@aws-sdk/client-cloudformation";
import { expect, it, describe as suite } from "vitest";
import { allEvents, describe, settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";
import { body, queue } from "../testing/small-templates";

const { client, control } = await openSandbox();

const create = (input: { StackName: string; TemplateBody: string; RetainExceptOnCreate?: boolean }) =>
  client.send(new CreateStackCommand(input));

suite("a deletion", () => {
  it("leaves resources alone only after it has failed, and only those that are left", async () => {
    const StackName = "stuck";
    await create({ StackName, TemplateBody: body({ Q: queue(), R: queue() }) });
    const { StackId = "" } = await settled(client, StackName);
    const remove = (input: object) => client.send(new DeleteStackCommand({ StackName, ...input }));
    await expect(remove({ RetainResources: ["Q"] })).rejects.toThrow(
      `Invalid operation on stack [${StackId}]. When you delete a stack, specify which resources to retain only when the stack is in the DELETE_FAILED state.`,
    );
    await expect(remove({ DeletionMode: "FORCE_DELETE_STACK" })).rejects.toThrow("DELETE_FAILED state only");
    await control("faults", { stackName: StackName, logicalId: "Q", phase: "delete", message: "No" });
    await remove({});
    expect((await settled(client, StackName)).StackStatus).toBe("DELETE_FAILED");
    await expect(remove({ RetainResources: ["R"] })).rejects.toThrow("must be in a valid state");
    await remove({ RetainResources: ["Q"] });
    expect((await settled(client, StackId)).StackStatus).toBe("DELETE_COMPLETE");
  });
});

suite("a failed update", () => {
  it("names only what failed by itself: new resources first, and none that was cancelled", async () => {
    const StackName = "reasons";
    const two = (delay: number, more: object = {}) =>
      body({ Q: queue({ DelaySeconds: delay }), R: queue({ DelaySeconds: delay }), ...more });
    await create({ StackName, TemplateBody: two(1) });
    const { StackId = "" } = await settled(client, StackName);
    await control("durations", { stackName: StackName, resourceType: "AWS::SQS::Queue", milliseconds: 300 });
    await control("durations", { stackName: StackName, resourceType: "AWS::SNS::Topic", milliseconds: 0 });
    await control("faults", { stackName: StackName, logicalId: "T", message: "No topic" });
    const TemplateBody = two(2, { T: { Type: "AWS::SNS::Topic" } });
    await client.send(new UpdateStackCommand({ StackName, TemplateBody }));
    expect((await settled(client, StackName)).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    const events = await allEvents(client, StackId);
    const reasonOf = (status: string, id = StackName) =>
      events.find((event) => event.ResourceStatus === status && event.LogicalResourceId === id)
        ?.ResourceStatusReason;
    expect(reasonOf("UPDATE_FAILED", "Q")).toBe("Resource update cancelled");
    expect(reasonOf("UPDATE_ROLLBACK_IN_PROGRESS")).toBe("The following resource(s) failed to create: [T].");
    await control("durations", undefined, "DELETE");
  });
});

suite("a rollback with RetainExceptOnCreate", () => {
  it("deletes what is new although its policy keeps it; without, it stays", async () => {
    const TemplateBody = body({
      Q: queue({}, { DeletionPolicy: "Retain" }),
      T: { Type: "AWS::SNS::Topic", DependsOn: "Q" },
    });
    for (const [StackName, RetainExceptOnCreate, fate] of [
      ["kept-new", false, "DELETE_SKIPPED"],
      ["dropped-new", true, "DELETE_COMPLETE"],
    ] as const) {
      await control("faults", { stackName: StackName, logicalId: "T", message: "No" });
      await create({ StackName, TemplateBody, RetainExceptOnCreate });
      expect((await settled(client, StackName)).StackStatus).toBe("ROLLBACK_COMPLETE");
      const { StackId = "" } = await describe(client, StackName);
      const last = (await allEvents(client, StackId)).find(
        ({ LogicalResourceId }) => LogicalResourceId === "Q",
      );
      expect(last?.ResourceStatus).toBe(fate);
    }
  });
});

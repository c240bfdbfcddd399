import { DeleteStackCommand } from "@aws-sdk/client-cloudformation";
import { expect, it } from "vitest";
import { allEvents, deployed, prepared, settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";

const { client } = await openSandbox();

const kept = { DeletionPolicy: "RetainExceptOnCreate", UpdateReplacePolicy: "Retain" };
const logs = (days: number) => ({
  Type: "AWS::Logs::LogGroup",
  Properties: { LogGroupName: "/greenroom/kept", RetentionInDays: days },
  ...kept,
});
const input = (StackName: string, days: number, more: object = {}) => ({
  StackName,
  ChangeSetName: "c",
  ChangeSetType: "CREATE" as const,
  TemplateBody: JSON.stringify({ Resources: { Logs: logs(days), Q: { Type: "AWS::SQS::Queue" } } }),
  ...more,
});

it("takes over what an earlier stack left behind under the same name; without it, the name is in the way", async () => {
  const first = await deployed(client, input("left", 7));
  await client.send(new DeleteStackCommand({ StackName: "left" }));
  await settled(client, first.StackId as string);

  const refused = await deployed(client, input("in-the-way", 7));
  expect(refused.StackStatus).toBe("ROLLBACK_COMPLETE");

  const takesOver = { ImportExistingResources: true };
  const { Changes } = await prepared(client, input("looks", 14, takesOver));
  expect(
    Changes?.map(({ ResourceChange }) => [ResourceChange?.LogicalResourceId, ResourceChange?.Action]),
  ).toEqual([
    ["Logs", "Import"],
    ["Q", "Add"],
  ]);
  const stack = await deployed(client, input("successor", 14, takesOver));
  expect(stack.StackStatus).toBe("CREATE_COMPLETE");
  const told = (await allEvents(client, stack.StackId as string))
    .filter(({ LogicalResourceId }) => LogicalResourceId === "Logs")
    .map(({ ResourceStatus, PhysicalResourceId }) => `${ResourceStatus} ${PhysicalResourceId}`);
  expect(told.reverse()).toEqual([
    "IMPORT_IN_PROGRESS ",
    "IMPORT_IN_PROGRESS /greenroom/kept",
    "IMPORT_COMPLETE /greenroom/kept",
  ]);
  expect((await deployed(client, input("too-late", 14, takesOver))).StackStatus).toBe("ROLLBACK_COMPLETE");
});

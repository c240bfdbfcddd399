import type { DifferenceToRevert } from "@greenroom/drift";
import { diffStacks } from "@greenroom/template-analysis";
import { expect, it } from "vitest";
import { checkRevert, templateAsFound } from "./plan-revert";

const DEPLOYED = {
  Resources: {
    Queue: {
      Type: "AWS::SQS::Queue",
      Properties: { DelaySeconds: 1, Tags: [{ Key: "team", Value: "box-office" }] },
    },
    Log: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "orders", RetentionInDays: 7 } },
    Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: "news" } },
  },
};
const TYPES = { Queue: "AWS::SQS::Queue", Log: "AWS::Logs::LogGroup", Topic: "AWS::SNS::Topic" };

const difference = (
  logicalId: keyof typeof TYPES | "",
  path: string,
  actual: DifferenceToRevert["actual"] = null,
): DifferenceToRevert => ({
  stackKey: "events",
  logicalId,
  resourceType: logicalId === "" ? "AWS::CloudFormation::Stack" : TYPES[logicalId],
  path,
  actual,
});
function planOf(...differences: DifferenceToRevert[]) {
  const before = templateAsFound(DEPLOYED, differences);
  const stack = { key: "events", stackName: "show-events", region: "us-east-1" };
  const changes = diffStacks([{ ...stack, before, after: DEPLOYED }]);
  const errors = checkRevert(changes, differences).filter(({ severity }) => severity === "ERROR");
  return {
    changes: changes.map(({ logicalId, action }) => `${action} ${logicalId}`),
    errors: errors.map(({ message }) => message?.key),
  };
}

it("plans what was changed, what was added and what was taken away, and nothing else", () => {
  expect(planOf(difference("Queue", "DelaySeconds", "9"))).toEqual({ changes: ["UPDATE Queue"], errors: [] });
  expect(planOf(difference("Queue", "Tags.0.Value", "venues"))).toEqual({
    changes: ["UPDATE Queue"],
    errors: [],
  });
  expect(planOf(difference("Queue", "KmsMasterKeyId", "key"), difference("Topic", "DisplayName"))).toEqual({
    changes: ["UPDATE Queue", "UPDATE Topic"],
    errors: [],
  });
});

it("plans a resource that was deleted as a new one", () => {
  expect(planOf(difference("Topic", ""))).toEqual({ changes: ["CREATE Topic"], errors: [] });
});

it("leaves the deployed template as it is", () => {
  const copy = structuredClone(DEPLOYED);
  templateAsFound(DEPLOYED, [difference("Queue", "Tags.0"), difference("Topic", "")]);
  expect(DEPLOYED).toEqual(copy);
});

it("refuses what would lose data, what is gone as a whole, and to do nothing", () => {
  expect(planOf(difference("Log", "LogGroupName", "other"))).toEqual({
    changes: ["REPLACE Log"],
    errors: ["rule.revertLosesData"],
  });
  expect(planOf(difference("", ""))).toEqual({ changes: [], errors: ["rule.stackIsGone"] });
  expect(planOf()).toEqual({ changes: [], errors: ["rule.nothingToRevert"] });
});

import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { hashSubmission } from "./submission";

const STACK = {
  accountId: "111122223333",
  region: "us-east-1",
  stackName: "show-events",
  template: "{}",
  settings: { tags: { b: "2", a: "1" }, capabilities: [], executionRoleArn: null, importExisting: false },
};

it("covers that drift is undone, and leaves hashes as they were approved before there was a choice", () => {
  const parts = [
    ["111122223333", "us-east-1", "show-events"],
    "{}",
    [],
    [
      ["a", "1"],
      ["b", "2"],
    ],
    [],
    null,
    false,
  ];
  const earlier = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  expect(hashSubmission(STACK)).toBe(earlier);
  const settings = { ...STACK.settings, deploymentMode: "REVERT_DRIFT" as const };
  expect(hashSubmission({ ...STACK, settings })).not.toBe(earlier);
});

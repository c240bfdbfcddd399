import { beforeAll, describe, expect, it } from "vitest";
import { getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { contextOf, resourcesOf } from "../contexts";

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

describe("the tables", () => {
  it.each([
    ["dev", "Delete"],
    ["prod", "RetainExceptOnCreate"],
  ])("keep their data where it must outlive the stack: %s", (stage, policy) => {
    const spec = getBlueprint("ticketing").presets.find(({ key }) => key === stage)?.spec;
    const stack = synthesizeApp("ticketing", spec, contextOf(stage)).find(({ key }) => key === "data");
    const tables = Object.values(resourcesOf(stack!)).filter(({ Type }) => Type === "AWS::DynamoDB::Table");
    expect(tables).toHaveLength(6);
    for (const table of tables) expect(table.DeletionPolicy).toBe(policy);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { contextOf, resourcesOf } from "../../testing/contexts";

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

describe("the event flow", () => {
  it("gives every queue and every target dead letters", () => {
    const spec = getBlueprint("ticketing").presets[0]?.spec;
    const stack = synthesizeApp("ticketing", spec, contextOf("dev")).find(({ key }) => key === "events");
    const events = resourcesOf(stack!);
    const rules = Object.values(events).filter((resource) => resource.Type === "AWS::Events::Rule");
    expect(rules).toHaveLength(8);
    for (const rule of rules) {
      for (const target of (rule.Properties?.Targets ?? [{}]) as object[]) {
        expect(target).toMatchObject({ RetryPolicy: {}, DeadLetterConfig: { Arn: {} } });
      }
    }
    for (const [logicalId, resource] of Object.entries(events)) {
      if (resource.Type !== "AWS::SQS::Queue" || logicalId.endsWith("DeadLetters")) continue;
      expect(resource.Properties?.RedrivePolicy, logicalId).toBeDefined();
    }
  });
});

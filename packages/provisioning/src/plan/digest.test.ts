import { message } from "@greenroom/messages";
import { describe, expect, it } from "vitest";
import { computeDigest, type DigestInput } from "./digest";

const estimate = {
  currency: "USD",
  monthlyUsd: { low: "1", expected: "2", high: "3" },
  services: [],
  resources: [],
  freeResourceCount: 0,
  unpricedComponentCount: 0,
  staleComponentCount: 0,
  notModelled: [],
  priceBookAsOf: "2026-11-01",
};

const plan: DigestInput = {
  kind: "CREATE",
  blueprint: "ticketing",
  blueprintVersion: "1",
  environmentName: "spring",
  accountId: "111122223333",
  region: "ap-northeast-2",
  stage: "dev",
  spec: { network: { cidr: "10.0.0.0/16" } },
  lifetimeDays: 14,
  stacks: [
    {
      key: "a",
      stackName: "greenroom-spring-a",
      region: "ap-northeast-2",
      template: "{}",
      templateHash: "h",
      dependsOn: [],
    },
  ],
  removed: [],
  changes: [],
  estimate,
  estimateBefore: null,
  checks: [],
};

describe("the digest of a plan", () => {
  it("survives a stay in the database", () => {
    expect(computeDigest(JSON.parse(JSON.stringify(plan)) as DigestInput)).toBe(computeDigest(plan));
  });

  it.each(Object.keys(plan).map((key) => [key]))("changes with its %s", (key) => {
    const other = { ...plan, [key]: key === "lifetimeDays" ? 15 : ["another"] } as unknown as DigestInput;
    const changed =
      key === "stacks" ? { ...plan, stacks: [{ ...plan.stacks[0]!, templateHash: "other" }] } : other;
    expect(computeDigest(changed)).not.toBe(computeDigest(plan));
  });

  it("is the same for checks of the version before, and covers the key and the values of what is said", () => {
    const place = { rule: "template-size", severity: "WARNING", stackKey: "a", logicalId: null };
    const digestOf = (says: object) => computeDigest({ ...plan, checks: [{ ...place, ...says }] });
    const before = digestOf({ message: "It is large.", remedy: "Split it." });
    expect(before).toBe("8602d674478e8056aa31bab4a59545eb7fb3cb82cad2e0e7c8135b175258b99c");
    const says = (stackKey: string) => ({
      message: message("rule.tooLarge", { stackKey, bytes: 1, limit: 2 }),
      remedy: message("rule.splitStack"),
    });
    expect(digestOf(says("a"))).not.toBe(digestOf(says("b")));
    expect(digestOf(says("a"))).not.toBe(digestOf({ ...says("a"), remedy: message("rule.encrypt") }));
    const accepted = { ...says("a"), reason: message("rule.exception.plainSub") };
    expect(digestOf(accepted)).not.toBe(digestOf(says("a")));
  });
});

import { describe, expect, it } from "vitest";
import { componentsOf } from "../../testing/components-of";

const listed = (rule: object) => [
  ...componentsOf("AWS::S3::Bucket", { LifecycleConfiguration: { Rules: [rule] } }).keys(),
];

describe("what a bucket lists", () => {
  it("has the classes of a rule's transitions, of lists and of the single one in older templates", () => {
    const forms = [
      { Transitions: [{ StorageClass: "GLACIER" }] },
      { NoncurrentVersionTransitions: [{ StorageClass: "GLACIER" }] },
      { Transition: { StorageClass: "GLACIER" } },
      { NoncurrentVersionTransition: { StorageClass: "GLACIER" } },
    ];
    for (const form of forms) expect(listed(form)).toContain("Glacier flexible retrieval: Storage");
    expect(listed({})).not.toContain("Glacier flexible retrieval: Storage");
  });

  it("has tags when a rule looks at them, 200,000 of them for $0.13", () => {
    const rule = { TagFilters: [{ Key: "keep", Value: "short" }] };
    expect(listed(rule)).toContain("Object tagging");
    expect(listed({})).not.toContain("Object tagging");
    expect(componentsOf("AWS::S3::Bucket", {}, { object_tags: 200_000 }).get("Object tagging")).toMatchObject(
      { unit: "10k tags", monthlyQuantity: { expected: "20" }, monthlyCostUsd: { expected: "0.13" } },
    );
  });

  it("has objects that analytics watches and that an inventory lists", () => {
    const properties = { AnalyticsConfigurations: [{ Id: "a" }], InventoryConfigurations: [{ Id: "b" }] };
    const usage = { monthly_monitored_objects: 1e7, monthly_listed_objects: 1e7 };
    const components = componentsOf("AWS::S3::Bucket", properties, usage);
    expect(components.get("Objects monitored")?.monthlyCostUsd?.expected).toBe("1");
    expect(components.get("Objects listed")?.monthlyCostUsd?.expected).toBe("0.025");
  });
});

import { beforeAll, describe, expect, it, vi } from "vitest";
import { getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { contextOf, resourcesOf } from "../../testing/contexts";

// Loading CDK takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

describe("the image registry", () => {
  it.each([
    ["staging", true, "Delete"],
    ["prod", false, "RetainExceptOnCreate"],
  ])(
    "scans images, never moves a tag, and keeps images where they must outlive it: %s",
    (stage, isEmptied, policy) => {
      const spec = getBlueprint("ticketing").presets.find(({ key }) => key === "prod")?.spec;
      const stack = synthesizeApp("ticketing", spec, contextOf(stage)).find(({ key }) => key === "registry");
      const repositories = Object.values(resourcesOf(stack!));
      expect(repositories).toHaveLength(5);
      for (const { Properties, DeletionPolicy } of repositories) {
        expect(Properties).toMatchObject({
          ImageScanningConfiguration: { ScanOnPush: true },
          ImageTagMutability: "IMMUTABLE",
          EncryptionConfiguration: { EncryptionType: "KMS" },
          EmptyOnDelete: isEmptied,
        });
        expect(DeletionPolicy).toBe(policy);
        const lifecycle = Properties?.LifecyclePolicy as { LifecyclePolicyText: string } | undefined;
        expect(JSON.parse(lifecycle?.LifecyclePolicyText ?? "").rules[1].selection.countNumber).toBe(50);
      }
    },
  );
});

import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers build minutes by operating system and size (usage `monthly_build_mins`). No source has priced them, so they are listed without
 * a price.
 * Not covered: free minutes of an account, Lambda compute, reserved fleets, logs and artifacts.
 */
export const codeBuildProject: CostModel = {
  type: "AWS::CodeBuild::Project",
  service: "CodeBuild",
  reads: ["Environment.Type", "Environment.ComputeType"],
  usageKeys: ["monthly_build_mins"],
  components: ({ properties, usage }) => {
    const system = properties.text("Environment.Type") ?? "LINUX_CONTAINER";
    const size = /BUILD_(.+)$/.exec(properties.text("Environment.ComputeType") ?? "")?.[1];
    const label = system.startsWith("ARM")
      ? "arm1.large"
      : system.includes("GPU")
        ? "gpu1.large"
        : (size?.toLowerCase().replace("_", ".") ?? "unknown type");
    return [
      perUsage({
        name: `${system.startsWith("WINDOWS") ? "Windows" : "Linux"} (${label})`,
        unit: "minutes",
        price: null,
        usageKey: "monthly_build_mins",
        figure: usage.get("monthly_build_mins"),
      }),
    ];
  },
};

import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers build minutes by operating system and size (usage `monthly_build_mins`).
 * Not covered: free minutes of an account, Lambda compute, reserved fleets, logs and artifacts.
 */
export const codeBuildProject: CostModel = {
  type: "AWS::CodeBuild::Project",
  service: "CodeBuild",
  reads: ["Environment.Type", "Environment.ComputeType"],
  notPriced: ["Environment.Fleet", "Environment.DockerServer"],
  withoutInfluence:
    "VpcConfig SecondarySources EncryptionKey SourceVersion Triggers SecondaryArtifacts Source " +
    "Artifacts BadgeEnabled LogsConfig QueuedTimeoutInMinutes FileSystemLocations " +
    "Environment.EnvironmentVariables Environment.PrivilegedMode " +
    "Environment.ImagePullCredentialsType Environment.Image Environment.RegistryCredential " +
    "Environment.Certificate Environment.HostKernel SecondarySourceVersions ConcurrentBuildLimit " +
    "Visibility BuildBatchConfig TimeoutInMinutes Cache AutoRetryLimit",
  usageKeys: ["monthly_build_mins"],
  components: ({ properties, usage }) => {
    const system = properties.text("Environment.Type") ?? "LINUX_CONTAINER";
    const size = /BUILD_(.+)$/.exec(properties.text("Environment.ComputeType") ?? "")?.[1];
    const label = system.startsWith("ARM")
      ? "arm1.large"
      : system.includes("GPU")
        ? "gpu1.large"
        : size?.toLowerCase().replace("_", ".");
    const built = system.startsWith("WINDOWS") ? "Windows" : "Linux";
    return [
      perUsage({
        name: `${built} (${label ?? "unknown type"})`,
        unit: "minutes",
        price: label ? { service: "AWSCodeBuild", sku: `${built} ${label}` } : null,
        usageKey: "monthly_build_mins",
        figure: usage.get("monthly_build_mins"),
      }),
    ];
  },
};

import { perMonth, perUsage } from "../components";
import type { CostModel } from "../cost-model";
import { createPropertyReader } from "../properties";

/**
 * Covers the secret's month, once per region it is replicated to, and API calls (usage `monthly_requests`).
 * Not covered: the rotation function, the KMS key.
 */
export const secretsManagerSecret: CostModel = {
  type: "AWS::SecretsManager::Secret",
  service: "Secrets Manager",
  reads: ["ReplicaRegions[].Region"],
  withoutInfluence: "SecretString GenerateSecretString Type",
  usageKeys: ["monthly_requests"],
  components: ({ properties, usage }) => {
    const replicas = properties.list("ReplicaRegions") ?? [];
    const secret = { service: "AWSSecretsManager", sku: "secret" };
    return [
      perMonth({ name: "Secret", unit: "months", price: secret }),
      ...replicas.map((replica, index) => {
        const region = createPropertyReader(replica).text("Region");
        return perMonth({
          name: `Replica (${region ?? index + 1})`,
          unit: "months",
          price: region ? { ...secret, region } : null,
        });
      }),
      perUsage({
        name: "API requests",
        unit: "10k requests",
        unitSize: 10_000,
        price: { service: "AWSSecretsManager", sku: "API calls" },
        usageKey: "monthly_requests",
        figure: usage.get("monthly_requests"),
      }),
    ];
  },
};

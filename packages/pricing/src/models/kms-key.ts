import { perMonth, perUsage } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

/**
 * Covers the key's month and its requests (usage `monthly_requests`; data key pairs
 * `monthly_ecc_data_key_pairs`, `monthly_rsa_data_key_pairs`). Not covered: the 20,000 requests an account
 * has free, extra rotations' backing keys, custom key stores.
 */
export const kmsKey: CostModel = {
  type: "AWS::KMS::Key",
  service: "KMS",
  reads: ["KeySpec"],
  notPriced: [["Origin", /^(AWS_CLOUDHSM|EXTERNAL_KEY_STORE)$/]],
  withoutInfluence:
    "MultiRegion PendingWindowInDays BypassPolicyLockoutSafetyCheck KeyPolicy Enabled KeyUsage " +
    "EnableKeyRotation RotationPeriodInDays",
  usageKeys: ["monthly_requests", "monthly_ecc_data_key_pairs", "monthly_rsa_data_key_pairs"],
  components: ({ properties, usage }) => {
    const requests = (name: string, usageKey: string, sku: string) =>
      perUsage({
        name,
        unit: "10k requests",
        unitSize: 10_000,
        price: kms(sku),
        usageKey,
        figure: usage.get(usageKey),
      });
    const spec = properties.text("KeySpec") ?? "SYMMETRIC_DEFAULT";
    const key = perMonth({ name: "Customer master key", unit: "months", price: kms("customer managed key") });
    if (spec === "RSA_2048")
      return [key, requests("Requests (RSA 2048)", "monthly_requests", "RSA 2048 requests")];
    if (/^(RSA|ECC|SM2)_?/.test(spec)) {
      return [key, requests("Requests (asymmetric)", "monthly_requests", "asymmetric requests")];
    }
    return [
      key,
      requests("Requests", "monthly_requests", "requests"),
      requests(
        "ECC GenerateDataKeyPair requests",
        "monthly_ecc_data_key_pairs",
        "ECC data key pair requests",
      ),
      requests(
        "RSA GenerateDataKeyPair requests",
        "monthly_rsa_data_key_pairs",
        "RSA data key pair requests",
      ),
    ];
  },
};

function kms(sku: string): PriceKey {
  return { service: "AWSKMS", sku };
}

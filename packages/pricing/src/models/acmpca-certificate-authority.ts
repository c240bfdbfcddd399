import { perMonth, perUsageInTiers } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

/**
 * Covers the authority's month, general-purpose or short-lived, and certificates issued in tiers (usage
 * `monthly_requests`). Not covered: OCSP responses, revocation lists' storage.
 */
export const acmPcaCertificateAuthority: CostModel = {
  type: "AWS::ACMPCA::CertificateAuthority",
  service: "Private CA",
  reads: ["UsageMode"],
  notPriced: ["RevocationConfiguration.OcspConfiguration.Enabled"],
  withoutInfluence:
    "CsrExtensions Type RevocationConfiguration.OcspConfiguration.OcspCustomCname " +
    "RevocationConfiguration.CrlConfiguration SigningAlgorithm KeyStorageSecurityStandard Subject " +
    "KeyAlgorithm",
  usageKeys: ["monthly_requests"],
  components: ({ properties, usage }) => {
    const isShortLived = properties.text("UsageMode") === "SHORT_LIVED_CERTIFICATE";
    const charge = { unit: "requests", usageKey: "monthly_requests", figure: usage.get("monthly_requests") };
    return [
      perMonth({
        name: `Private certificate authority${isShortLived ? " (short-lived certificate mode)" : ""}`,
        unit: "months",
        price: certificates(isShortLived ? "short-lived certificate authority" : "general-purpose authority"),
      }),
      ...perUsageInTiers(
        charge,
        isShortLived
          ? [{ name: "Certificates (short-lived)", price: certificates("short-lived certificates") }]
          : [
              { name: "Certificates (first 1K)", upTo: 1000, price: certificates("certificates first 1k") },
              { name: "Certificates (next 9K)", upTo: 10_000, price: certificates("certificates next 9k") },
              { name: "Certificates (over 10K)", price: certificates("certificates over 10k") },
            ],
      ),
    ];
  },
};

function certificates(sku: string): PriceKey {
  return { service: "AWSPrivateCA", sku };
}

import { perMonth, perUsageInTiers } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers the authority's month, general-purpose or short-lived, and certificates issued in tiers (usage `monthly_requests`). No source
 * has priced them, so they are listed without a price.
 * Not covered: OCSP responses, revocation lists' storage.
 */
export const acmPcaCertificateAuthority: CostModel = {
  type: "AWS::ACMPCA::CertificateAuthority",
  service: "Private CA",
  reads: ["UsageMode"],
  usageKeys: ["monthly_requests"],
  components: ({ properties, usage }) => {
    const isShortLived = properties.text("UsageMode") === "SHORT_LIVED_CERTIFICATE";
    const charge = { unit: "requests", usageKey: "monthly_requests", figure: usage.get("monthly_requests") };
    return [
      perMonth({
        name: `Private certificate authority${isShortLived ? " (short-lived certificate mode)" : ""}`,
        unit: "months",
        price: null,
      }),
      ...perUsageInTiers(
        charge,
        isShortLived
          ? [{ name: "Certificates (short-lived)", price: null }]
          : [
              { name: "Certificates (first 1K)", upTo: 1000, price: null },
              { name: "Certificates (next 9K)", upTo: 10_000, price: null },
              { name: "Certificates (over 10K)", price: null },
            ],
      ),
    ];
  },
};

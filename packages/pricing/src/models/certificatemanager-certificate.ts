import { message } from "@greenroom/messages";
import { derive, perUsage } from "../components";
import type { CostModel, ModelInput } from "../cost-model";

/**
 * Covers public certificates that may be exported, charged by name each time they are issued or renewed
 * (usage `monthly_issuances`):
 * https://aws.amazon.com/certificate-manager/pricing/. Others are free; those of a private authority are
 * charged on it.
 */
export const certificateManagerCertificate: CostModel = {
  type: "AWS::CertificateManager::Certificate",
  service: "Certificate Manager",
  reads: ["CertificateExport", "DomainName", "SubjectAlternativeNames[]"],
  withoutInfluence:
    "CertificateTransparencyLoggingPreference DomainValidationOptions KeyAlgorithm ValidationMethod",
  usageKeys: ["monthly_issuances"],
  freeBecause: ({ properties }) =>
    properties.has("CertificateExport") && properties.text("CertificateExport") !== "DISABLED"
      ? null
      : message("pricing.free.publicCertificate"),
  components: (input) => {
    const names = namesOf(input);
    const wildcards = names.filter((name) => name.startsWith("*.")).length;
    return [
      ...issuances("name", names.length - wildcards, input),
      ...issuances("wildcard name", wildcards, input),
    ];
  },
};

function issuances(kind: string, count: number, { usage }: ModelInput) {
  if (count === 0) return [];
  return [
    perUsage({
      name: `Exportable certificate (${kind})`,
      unit: "issuances",
      price: { service: "AWSCertificateManager", sku: `exportable certificate, ${kind}`, region: "all" },
      usageKey: "monthly_issuances",
      figure: derive(usage.get("monthly_issuances"), (times) => times.times(count)),
    }),
  ];
}

/**
 * The domain's name counts once, also where it is repeated; a name that is not known yet is taken for an
 * ordinary one.
 */
function namesOf({ properties }: ModelInput): string[] {
  const others = (properties.list("SubjectAlternativeNames") ?? []).map((name, index) =>
    typeof name === "string" ? name : `unknown ${index}`,
  );
  return [...new Set([properties.text("DomainName") ?? "unknown", ...others])];
}

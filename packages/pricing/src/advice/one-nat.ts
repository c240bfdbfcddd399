import { message } from "@greenroom/messages";
import type { AdviceSubject, Advisor, SubjectResource } from "./advice-subject";
import { sumUsage, usageOf, withoutResources, withUsage } from "./edit-stacks";

const DATA = "monthly_data_processed_gb";

/**
 * One public NAT gateway in place of one a zone, outside production. All traffic then goes through the one
 * that stays.
 */
export const oneNat: Advisor = (subject) => {
  if (subject.stage === "prod") return [];
  return subject.stacks.flatMap(({ key }) => {
    const gateways = subject
      .ofType("AWS::EC2::NatGateway")
      .filter(
        ({ stackKey, properties }) =>
          stackKey === key &&
          properties.text("ConnectivityType") !== "private" &&
          properties.text("AvailabilityMode") !== "regional",
      );
    const [kept, ...gone] = gateways;
    if (!kept || gone.length === 0) return [];
    const addresses = addressesOf(subject, key, gateways).slice(-gone.length);
    const data = sumUsage(gateways.map((gateway) => usageOf(subject.usage, gateway, DATA)));
    return [
      {
        key: "one-nat" as const,
        title: message("pricing.advice.oneNat.title", { count: gateways.length }),
        risk: message("pricing.advice.oneNat.risk"),
        resources: gone,
        after: {
          stacks: withoutResources(withoutResources(subject.stacks, gone, kept), addresses),
          ...(data && { usage: withUsage(subject.usage, kept, DATA, data) }),
        },
      },
    ];
  });
};

/**
 * The addresses that the gateways hold. An outline does not say which holds which, so there they are found by
 * their number: as many as there are gateways, or none is taken for theirs.
 */
function addressesOf(
  subject: AdviceSubject,
  stackKey: string,
  gateways: readonly SubjectResource[],
): SubjectResource[] {
  const addresses = subject.ofType("AWS::EC2::EIP").filter((one) => one.stackKey === stackKey);
  const resources = subject.stacks.find(({ key }) => key === stackKey)?.template.Resources ?? {};
  const held = gateways.flatMap(({ logicalId }) => {
    const allocation = JSON.stringify(resources[logicalId]?.Properties?.AllocationId ?? null);
    return addresses.filter((address) => allocation.includes(`"${address.logicalId}"`));
  });
  if (held.length === gateways.length) return held;
  return held.length === 0 && addresses.length === gateways.length ? addresses : [];
}

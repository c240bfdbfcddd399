import { message } from "@greenroom/messages";
import type { Advisor } from "./advice-subject";
import { sumUsage, usageOf, withoutResources, withUsage } from "./edit-stacks";

const DATA = "monthly_data_processed_gb";

/**
 * Interface endpoints beside a NAT gateway that cost more by the hour than the gateway would charge for the
 * same data. Where there is no NAT gateway, nothing else reaches the services, and nothing is said. The data
 * without a figure counts as none, as in the estimate.
 */
export const interfaceEndpoints: Advisor = (subject) => {
  return subject.stacks.flatMap(({ key }) => {
    const [gateway] = subject
      .ofType("AWS::EC2::NatGateway")
      .filter(
        ({ stackKey, properties }) => stackKey === key && properties.text("AvailabilityMode") !== "regional",
      );
    const endpoints = subject
      .ofType("AWS::EC2::VPCEndpoint")
      .filter(
        ({ stackKey, properties }) => stackKey === key && properties.text("VpcEndpointType") === "Interface",
      );
    if (!gateway || endpoints.length === 0) return [];
    const data = sumUsage([
      usageOf(subject.usage, gateway, DATA),
      ...endpoints.map((endpoint) => usageOf(subject.usage, endpoint, DATA)),
    ]);
    return [
      {
        key: "interface-endpoints" as const,
        title: message("pricing.advice.interfaceEndpoints.title", { count: endpoints.length }),
        risk: message("pricing.advice.interfaceEndpoints.risk"),
        resources: endpoints,
        after: {
          stacks: withoutResources(subject.stacks, endpoints),
          ...(data && { usage: withUsage(subject.usage, gateway, DATA, data) }),
        },
      },
    ];
  });
};

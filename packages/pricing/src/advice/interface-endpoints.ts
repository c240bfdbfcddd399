import type { Advisor } from "./advice-subject";
import { sumUsage, usageOf, withoutResources, withUsage } from "./edit-stacks";

const DATA = "monthly_data_processed_gb";

/**
 * Interface endpoints beside a NAT gateway that cost more by the hour than the gateway would charge for the same data. Where there
 * is no NAT gateway, nothing else reaches the services, and nothing is said. The data without a figure counts as none, as in the estimate.
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
        title: {
          en: `AWS services through the NAT gateway instead of ${endpoints.length} interface endpoints`,
          ko: `인터페이스 엔드포인트 ${endpoints.length}개 대신 NAT 게이트웨이로 AWS 서비스 이용`,
        },
        risk: {
          en: "Calls to AWS leave the private network and stop with the NAT gateway; endpoint policies no longer apply. It pays only while the data stays this small.",
          ko: "AWS 호출이 사설망 밖으로 나가고 NAT 게이트웨이가 멈추면 함께 멈춥니다. 엔드포인트 정책도 적용되지 않습니다. 데이터가 지금처럼 적을 때만 이득입니다.",
        },
        resources: endpoints,
        after: {
          stacks: withoutResources(subject.stacks, endpoints),
          ...(data && { usage: withUsage(subject.usage, gateway, DATA, data) }),
        },
      },
    ];
  });
};

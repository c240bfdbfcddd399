import { Decimal, toText } from "../ranges";
import type { Advisor, Change } from "./advice-subject";
import { usageOf, withResource, withUsage } from "./edit-stacks";

const DATA = "monthly_data_processed_gb";
const SERVICES = [
  { id: "s3", name: "S3" },
  { id: "dynamodb", name: "DynamoDB" },
] as const;

/**
 * The free gateway endpoints of S3 and DynamoDB where traffic to them goes through a NAT gateway. How much of the gateway's data
 * that is nobody measured, so the saving is said as "up to": all of it at most, and nothing is expected.
 */
export const gatewayEndpoints: Advisor = (subject) => {
  const gateways = subject
    .ofType("AWS::EC2::NatGateway")
    .filter(({ properties }) => properties.text("AvailabilityMode") !== "regional");
  const [first] = gateways;
  if (!first) return [];
  const there = subject
    .ofType("AWS::EC2::VPCEndpoint")
    .flatMap(({ properties }) => properties.text("ServiceName") ?? []);
  const missing = SERVICES.filter(({ id }) => !there.some((service) => service.endsWith(`.${id}`)));
  if (missing.length === 0) return [];
  const change = missing.reduce<Required<Pick<Change, "stacks">>>(
    ({ stacks }, { id, name }) => ({
      stacks: withResource(
        stacks,
        { stackKey: first.stackKey, logicalId: `AdvisedGatewayEndpointTo${name}` },
        {
          Type: "AWS::EC2::VPCEndpoint",
          Properties: { VpcEndpointType: "Gateway", ServiceName: `com.amazonaws.${first.region}.${id}` },
        },
      ),
    }),
    { stacks: subject.stacks },
  );
  const usage = gateways.reduce((figures, gateway) => {
    const data = usageOf(figures, gateway, DATA);
    return data ? withUsage(figures, gateway, DATA, { ...data, low: 0 }) : figures;
  }, subject.usage);
  const names = missing.map(({ name }) => name);
  const price = subject.book.find("AmazonVPC", "NAT gateway data processed", first.region);
  const each = price && toText(new Decimal(price.each));
  return [
    {
      key: "gateway-endpoints",
      title: {
        en: `Gateway endpoints for ${names.join(" and ")}${each ? ` ($${each} less for each GB)` : ""}`,
        ko: `${names.join("·")} 게이트웨이 엔드포인트${each ? `(GB당 $${each} 절감)` : ""}`,
      },
      risk: {
        en: "None known: they are free and only add routes. Open connections to the service break once while the routes are added.",
        ko: "알려진 위험이 없습니다. 무료이며 경로만 추가됩니다. 경로가 추가될 때 열려 있던 연결이 한 번 끊깁니다.",
      },
      resources: gateways,
      after: { ...change, usage },
      isKeptAtZero: true,
    },
  ];
};

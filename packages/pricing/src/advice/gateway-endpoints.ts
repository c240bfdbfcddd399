import { message } from "@greenroom/messages";
import { Decimal, toText } from "../ranges";
import type { Advisor, Change } from "./advice-subject";
import { usageOf, withResource, withUsage } from "./edit-stacks";

const DATA = "monthly_data_processed_gb";
const SERVICES = [
  { id: "s3", name: "S3" },
  { id: "dynamodb", name: "DynamoDB" },
] as const;

/**
 * The free gateway endpoints of S3 and DynamoDB where traffic to them goes through a NAT gateway. How much of
 * the gateway's data that is nobody measured, so the saving is said as "up to": all of it at most, and
 * nothing is expected.
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
  const price = subject.book.find("AmazonVPC", "NAT gateway data processed", first.region);
  const usd = price && toText(new Decimal(price.each));
  const services =
    missing.length === SERVICES.length
      ? message("pricing.advice.gatewayEndpoints.both")
      : missing.map(({ name }) => name).join();
  return [
    {
      key: "gateway-endpoints",
      title: usd
        ? message("pricing.advice.gatewayEndpoints.titleWithSaving", { services, usd })
        : message("pricing.advice.gatewayEndpoints.title", { services }),
      risk: message("pricing.advice.gatewayEndpoints.risk"),
      resources: gateways,
      after: { ...change, usage },
      isKeptAtZero: true,
    },
  ];
};

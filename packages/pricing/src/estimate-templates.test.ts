import { readdirSync, readFileSync } from "node:fs";
import { message, verbatim } from "@greenroom/messages";
import { describe, expect, it } from "vitest";
import { estimateTemplates } from "./estimate-templates";
import { COST_MODELS } from "./models";
import { isUnpriced } from "./schema/unpriced";

const SEOUL = "ap-northeast-2";
const NOW = new Date("2026-10-15T00:00:00Z");

type Resources = Record<string, { Type: string; Properties?: Record<string, unknown>; Condition?: string }>;

function figure(expected: number, low = expected, high = expected) {
  return { low, expected, high, assumption: verbatim("given") };
}

function price(
  Resources: Resources,
  options: { region?: string; hours?: number; usage?: Record<string, Record<string, number>> } = {},
) {
  const usage = Object.fromEntries(
    Object.entries(options.usage ?? {}).map(([id, keys]) => [
      id,
      Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, figure(value)])),
    ]),
  );
  return estimateTemplates({
    stacks: [{ key: "s", region: options.region ?? SEOUL, template: { Resources } }],
    usage: { s: usage },
    environmentHours: options.hours,
    now: NOW,
  });
}

function count(n: number, resource: Resources[string]): Resources {
  return Object.fromEntries(Array.from({ length: n }, (_, i) => [`R${i}`, resource]));
}

describe("worked figures", () => {
  it("two NAT gateways in Seoul are 86.14 a month: 2 × 0.059 × 730", () => {
    expect(price(count(2, { Type: "AWS::EC2::NatGateway" })).monthlyUsd.expected).toBe("86.14");
  });

  it("five interface endpoints in two zones are 94.90: 10 × 0.013 × 730", () => {
    const endpoint = {
      Type: "AWS::EC2::VPCEndpoint",
      Properties: { VpcEndpointType: "Interface", SubnetIds: ["subnet-1", "subnet-2"] },
    };
    expect(price(count(5, endpoint)).monthlyUsd.expected).toBe("94.9");
  });

  it("an attached public address is charged: 0.005 × 730", () => {
    const address = { Type: "AWS::EC2::EIP", Properties: { InstanceId: "i-1" } };
    expect(price({ Address: address }).monthlyUsd.expected).toBe("3.65");
  });

  it("gateway endpoints are free, and say why", () => {
    const { resources, monthlyUsd, freeResourceCount } = price({
      S3: { Type: "AWS::EC2::VPCEndpoint", Properties: { ServiceName: "com.amazonaws.x.s3" } },
    });
    expect(monthlyUsd.expected).toBe("0");
    expect(freeResourceCount).toBe(1);
    expect(resources[0]).toMatchObject({ coverage: "FREE", components: [] });
    expect(resources[0]?.reason).toEqual(message("pricing.free.gatewayEndpoint"));
  });

  it("an on-demand table in Seoul: 2M writes × 0.68, 10M reads × 0.1355, 4 GB × 0.27075", () => {
    const usage = { monthly_write_request_units: 2e6, monthly_read_request_units: 1e7, storage_gb: 4 };
    const table = { Type: "AWS::DynamoDB::Table", Properties: { BillingMode: "PAY_PER_REQUEST" } };
    expect(price({ T: table }, { usage: { T: usage } }).monthlyUsd.expected).toBe("3.798");
  });

  it("a provisioned table counts its indexes; PROVISIONED is the default", () => {
    const ProvisionedThroughput = { ReadCapacityUnits: "10", WriteCapacityUnits: 5 };
    const table = {
      Type: "AWS::DynamoDB::Table",
      Properties: {
        ProvisionedThroughput,
        GlobalSecondaryIndexes: [{ IndexName: "a", ProvisionedThroughput }],
      },
    };
    const { resources, monthlyUsd } = price({ T: table });
    const [writes, reads] = resources[0]?.components ?? [];
    expect([writes?.monthlyQuantity.expected, reads?.monthlyQuantity.expected]).toEqual(["10", "20"]);
    // 10 WCU × 0.0007049 × 730 + 20 RCU × 0.00014098 × 730
    expect(monthlyUsd.expected).toBe("7.204078");
  });

  it("a queue counts each 64 KB as a request", () => {
    const queue = { Type: "AWS::SQS::Queue" };
    const usage = { monthly_requests: 1_000_000, request_size_kb: 65 };
    expect(price({ Q: queue }, { usage: { Q: usage } }).monthlyUsd.expected).toBe("0.8");
  });
});

describe("hours", () => {
  it("scale hourly charges only", () => {
    const Resources: Resources = {
      Nat: { Type: "AWS::EC2::NatGateway" },
      Table: { Type: "AWS::DynamoDB::Table" },
    };
    const usage = { Nat: { monthly_data_processed_gb: 100 }, Table: { storage_gb: 100 } };
    // 0.059 × 73 + 0.059 × 100 + 0.27075 × 100
    expect(price(Resources, { usage, hours: 73 }).monthlyUsd.expected).toBe("37.282");
  });
});

describe("what has no price", () => {
  it("is listed, counted and never zero", () => {
    const usage = { Topic: { monthly_requests: 1, sms_subscriptions: 500 } };
    const topic = { Type: "AWS::SNS::Topic", Properties: { Subscription: [{ Protocol: "sms" }] } };
    const estimate = price({ Topic: topic }, { usage });
    const component = estimate.resources[0]?.components.find(({ name }) => name === "SMS notifications");
    expect(component).toMatchObject({ unitPriceUsd: null, monthlyCostUsd: null, source: null, asOf: null });
    expect(component?.monthlyQuantity.expected).toBe("5");
    expect(component && isUnpriced(component)).toBe(true);
    expect(estimate.unpricedComponentCount).toBe(1);
  });

  it("is a regional NAT gateway, which has SKUs of its own", () => {
    const nat = { Type: "AWS::EC2::NatGateway", Properties: { AvailabilityMode: "regional" } };
    expect(price({ Nat: nat })).toMatchObject({ monthlyUsd: { expected: "0" }, unpricedComponentCount: 1 });
  });

  it("is not counted while nothing of it is used", () => {
    expect(price({ Bus: { Type: "AWS::Events::EventBus" } }).unpricedComponentCount).toBe(0);
  });

  const WRITES = "ProvisionedThroughput.WriteCapacityUnits";
  it("what only deployment will tell is said to be open, not taken for zero or free", () => {
    const parameters = { Kind: { Type: "String" }, Units: { Type: "Number" } };
    const Resources = {
      Endpoint: { Type: "AWS::EC2::VPCEndpoint", Properties: { VpcEndpointType: { Ref: "Kind" } } },
      Table: {
        Type: "AWS::DynamoDB::Table",
        Properties: { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: { Ref: "Units" } } },
      },
    };
    const { resources } = estimateTemplates({
      stacks: [{ key: "s", region: SEOUL, template: { Parameters: parameters, Resources } }],
      now: NOW,
    });
    expect(resources[0]?.coverage).toBe("PRICED");
    expect(resources[1]?.components[0]).toMatchObject({
      monthlyCostUsd: null,
      notKnown: [{ property: WRITES, from: ["Units"] }],
    });
    expect(resources[1]?.components[1]?.notKnown).toBeUndefined();
  });

  it("a type without a model is named and counted", () => {
    const estimate = price({ A: { Type: "AWS::Foo::Bar" }, B: { Type: "AWS::Foo::Bar" } });
    expect(estimate.notModelled).toEqual([{ resourceType: "AWS::Foo::Bar", count: 2 }]);
  });
});

describe("prices", () => {
  it("carry their source and date, and are stale after 180 days", () => {
    const template = { Resources: { Nat: { Type: "AWS::EC2::NatGateway" } } };
    const at = (now: string) =>
      estimateTemplates({ stacks: [{ key: "s", region: SEOUL, template }], now: new Date(now) });
    expect(at("2027-03-30").resources[0]?.components[0]).toMatchObject({
      asOf: "2026-10-01",
      isStale: false,
    });
    expect(at("2027-03-31").resources[0]?.components[0]).toMatchObject({ isStale: true });
    expect(at("2027-03-31").staleComponentCount).toBe(1);
  });
});

describe("templates", () => {
  it("are read as JSON or YAML, with parameters and conditions", () => {
    const template = `
Parameters: { Zones: { Type: Number, Default: 1 }, Subnets: { Type: CommaDelimitedList, Default: "a,b,c" } }
Conditions: { Two: !Equals [!Ref Zones, 2] }
Resources:
  First: { Type: AWS::EC2::NatGateway }
  Second: { Type: AWS::EC2::NatGateway, Condition: Two }
  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, SubnetIds: !Ref Subnets } }`;
    const at = (parameters?: Record<string, string>) =>
      estimateTemplates({ stacks: [{ key: "s", region: SEOUL, template, parameters }], now: NOW }).monthlyUsd
        .expected;
    expect(at()).toBe("71.54");
    expect(at({ Zones: "2" })).toBe("114.61");
  });

  it.each([
    ["not well-formed", "{", "not well-formed"],
    ["without resources", {}, "Resources"],
    ["with an unknown reference", { Resources: { A: { Type: "X", Properties: { a: { Ref: "B" } } } } }, "B"],
  ])("%s are refused with the stack's name", (_what, template, text) => {
    const estimate = () => estimateTemplates({ stacks: [{ key: "net", region: SEOUL, template }], now: NOW });
    expect(estimate).toThrow(/stack net/);
    expect(estimate).toThrow(text);
  });

  it("usage bounds out of order are refused with the figure's name", () => {
    const usage = { s: { Q: { monthly_requests: figure(1, 2, 3) } } };
    const template = { Resources: { Q: { Type: "AWS::SQS::Queue" } } };
    const estimate = () =>
      estimateTemplates({ stacks: [{ key: "s", region: SEOUL, template }], usage, now: NOW });
    expect(estimate).toThrow(/s\.Q\.monthly_requests is 2 \/ 1 \/ 3/);
  });
});

describe("every model", () => {
  it("has one file, and the file is registered", () => {
    const folder = new URL("./models/", import.meta.url);
    const declared = readdirSync(folder).flatMap((name) =>
      [...readFileSync(new URL(name, folder), "utf8").matchAll(/^ {2}type: "(AWS::\w+::\w+)"/gm)].map(
        ([, type]) => type,
      ),
    );
    expect(declared.sort()).toEqual([...COST_MODELS.keys()].sort());
  });
});

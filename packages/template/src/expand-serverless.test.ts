import { describe, expect, it } from "vitest";
import { expandServerless } from "./expand-serverless";
import { parseTemplate } from "./parse-template";

const expand = (resources: string, head = "") =>
  expandServerless(
    parseTemplate(`Transform: [AWS::Serverless-2016-10-31]\n${head}\nResources:\n${resources}`),
    { region: "us-east-1" },
  ).Resources;

describe("expandServerless", () => {
  it("makes functions with what is global, the APIs that their events need, and aliases with concurrency", () => {
    const resources = expand(
      `
  Buy:
    Type: AWS::Serverless::Function
    Condition: IsProd
    Properties:
      Timeout: 5
      AutoPublishAlias: live
      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 3}
      Events:
        Get: {Type: Api, Properties: {Path: /, Method: get}}
        Own: {Type: HttpApi, Properties: {ApiId: !Ref Other}}
        Tick: {Type: Schedule, Properties: {Schedule: rate(1 minute)}}
  Sell: {Type: AWS::Serverless::Function, Properties: {MemorySize: 128, Events: {H: {Type: HttpApi}}}}`,
      "Globals: {Function: {MemorySize: 512, Architectures: [arm64]}}",
    );
    expect(resources.Buy).toMatchObject({
      Type: "AWS::Lambda::Function",
      Condition: "IsProd",
      Properties: { MemorySize: 512, Architectures: ["arm64"], Timeout: 5 },
    });
    expect(resources.Sell?.Properties).toMatchObject({ MemorySize: 128, Architectures: ["arm64"] });
    expect(resources.BuyAliaslive).toEqual({
      Type: "AWS::Lambda::Alias",
      Properties: {
        FunctionName: { Ref: "Buy" },
        Name: "live",
        ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 3 },
      },
    });
    expect(resources.ServerlessRestApi?.Type).toBe("AWS::ApiGateway::RestApi");
    expect(resources.ServerlessHttpApi?.Properties).toEqual({ ProtocolType: "HTTP" });
    expect(Object.keys(resources)).toHaveLength(5);
  });

  it("makes tables, APIs with a stage, and state machines", () => {
    const resources = expand(`
  Seats: {Type: AWS::Serverless::SimpleTable}
  Fixed: {Type: AWS::Serverless::SimpleTable, Properties: {ProvisionedThroughput: {ReadCapacityUnits: 5}}}
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, CacheClusterEnabled: true, CacheClusterSize: '1.6'}}
  Flow: {Type: AWS::Serverless::StateMachine, Properties: {Type: EXPRESS}}
  Queue: {Type: AWS::SQS::Queue}
  Nested: {Type: AWS::Serverless::Application}`);
    expect(resources.Seats?.Properties).toMatchObject({ BillingMode: "PAY_PER_REQUEST" });
    expect(resources.Fixed?.Properties).toMatchObject({ BillingMode: "PROVISIONED" });
    expect(resources.ApiStage?.Properties).toMatchObject({
      CacheClusterEnabled: true,
      CacheClusterSize: "1.6",
    });
    expect(resources.Flow?.Properties).toMatchObject({ StateMachineType: "EXPRESS" });
    expect([resources.Queue?.Type, resources.Nested?.Type]).toEqual([
      "AWS::SQS::Queue",
      "AWS::Serverless::Application",
    ]);
  });

  it("leaves other templates, and resources that are none, as they are", () => {
    const plain = parseTemplate("Resources: {F: {Type: AWS::Serverless::Function}}");
    expect(expandServerless(plain, { region: "us-east-1" })).toBe(plain);
    expect(expand("  Odd: \n  Text: hello")).toEqual({ Odd: null, Text: "hello" });
  });
});

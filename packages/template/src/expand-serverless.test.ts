import { describe, expect, it } from "vitest";
import { expandServerless } from "./expand-serverless";
import { parseTemplate } from "./parse-template";

const environment = { region: "us-east-1", allowMissingParameters: true };
const whole = (resources: string, head = "") =>
  expandServerless(
    parseTemplate(`Transform: [AWS::Serverless-2016-10-31]\n${head}\nResources:\n${resources}`),
    environment,
  );
const expand = (resources: string, head = "") => whole(resources, head).Resources;
const typesIn = (resources: ReturnType<typeof expand>) =>
  Object.fromEntries(Object.entries(resources).map(([id, { Type }]) => [id, Type]));

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
      Condition: "IsProd",
      Properties: {
        FunctionName: { Ref: "Buy" },
        Name: "live",
        ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 3 },
      },
    });
    expect(resources.ServerlessRestApi?.Type).toBe("AWS::ApiGateway::RestApi");
    expect(resources.ServerlessHttpApi?.Properties).toEqual({ ProtocolType: "HTTP" });
    expect(resources.BuyTick).toMatchObject({ Type: "AWS::Events::Rule", Condition: "IsProd" });
    expect(Object.keys(resources)).toHaveLength(7);
  });

  it("makes tables, APIs with a stage, and state machines", () => {
    const resources = expand(`
  Seats: {Type: AWS::Serverless::SimpleTable}
  Fixed: {Type: AWS::Serverless::SimpleTable, Properties: {ProvisionedThroughput: {ReadCapacityUnits: 5}}}
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, CacheClusterEnabled: true, CacheClusterSize: '1.6'}}
  Flow: {Type: AWS::Serverless::StateMachine, Properties: {Type: EXPRESS}}
  Queue: {Type: AWS::SQS::Queue}
  Nested: {Type: AWS::Serverless::Application, Properties: {Location: ./n.yaml, Parameters: {A: 1}}}`);
    expect(resources.Seats?.Properties).toMatchObject({ BillingMode: "PAY_PER_REQUEST" });
    expect(resources.Fixed?.Properties).toMatchObject({ BillingMode: "PROVISIONED" });
    expect(resources.Apiv1Stage?.Properties).toMatchObject({
      CacheClusterEnabled: true,
      CacheClusterSize: "1.6",
    });
    expect(resources.Flow?.Properties).toMatchObject({ StateMachineType: "EXPRESS" });
    expect(resources.Queue?.Type).toBe("AWS::SQS::Queue");
    expect(resources.Nested).toEqual({
      Type: "AWS::CloudFormation::Stack",
      Properties: { TemplateURL: "./n.yaml", Parameters: { A: 1 } },
    });
  });

  it.each([
    ["live", "BuyAliaslive"],
    ["!Ref Stage", "BuyAliasgreen"],
    ['!Sub "${Stage}-2"', "BuyAliasgreen2"],
    ["!Ref Open", "BuyAlias"],
  ])("holds concurrency by the alias %s", (alias, id) => {
    const resources = expand(
      `  Buy: {Type: AWS::Serverless::Function, Properties: {AutoPublishAlias: ${alias}, ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 3}}}`,
      "Parameters: {Stage: {Type: String, Default: green}, Open: {Type: String}}",
    );
    expect(typesIn(resources)).toEqual({ Buy: "AWS::Lambda::Function", [id]: "AWS::Lambda::Alias" });
  });

  it("gives implicit APIs what is global, and lets them be there when a function of theirs is", () => {
    const { Resources, Conditions } = whole(
      `
  A: {Type: AWS::Serverless::Function, Condition: One, Properties: {Events: {E: {Type: Api}}}}
  B: {Type: AWS::Serverless::Function, Condition: Two, Properties: {Events: {E: {Type: Api}, H: {Type: HttpApi}}}}
  C: {Type: AWS::Serverless::Function, Properties: {Events: {H: {Type: HttpApi}}}}`,
      "Globals: {Api: {CacheClusterEnabled: true, CacheClusterSize: '6.1'}}",
    );
    expect(Resources.ServerlessRestApiProdStage).toEqual({
      Type: "AWS::ApiGateway::Stage",
      Condition: "ServerlessRestApiCondition",
      Properties: {
        RestApiId: { Ref: "ServerlessRestApi" },
        CacheClusterEnabled: true,
        CacheClusterSize: "6.1",
      },
    });
    expect(Conditions.ServerlessRestApiCondition).toEqual({
      "Fn::Or": [{ Condition: "One" }, { Condition: "Two" }],
    });
    expect(Resources.ServerlessHttpApi?.Condition).toBeUndefined();
  });

  it("makes what events bring: sources, rules, schedules, subscriptions and queues", () => {
    const resources = expand(`
  F:
    Type: AWS::Serverless::Function
    Properties:
      EventInvokeConfig: {DestinationConfig: {OnSuccess: {Type: SNS}, OnFailure: {Type: SQS}}}
      Events:
        Sqs: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn, BatchSize: 5}}
        Kin: {Type: Kinesis, Properties: {Stream: arn}}
        Ddb: {Type: DynamoDB, Properties: {Stream: arn}}
        Cron: {Type: Schedule, Properties: {Schedule: rate(1 hour), DeadLetterConfig: {Type: SQS}}}
        Cron2: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 hour), DeadLetterConfig: {Type: SQS, QueueLogicalId: Dead}}}
        Bus: {Type: EventBridgeRule, Properties: {Pattern: {source: [x]}, DeadLetterConfig: {Type: SQS, Arn: own}}}
        Topic: {Type: SNS, Properties: {Topic: arn, SqsSubscription: true}}
        Plain: {Type: SNS, Properties: {Topic: arn}}
        Bucket: {Type: S3, Properties: {Bucket: !Ref B, Events: "s3:ObjectCreated:*"}}
  Flow: {Type: AWS::Serverless::StateMachine, Properties: {Events: {Tick: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}}}`);
    expect(typesIn(resources)).toEqual({
      F: "AWS::Lambda::Function",
      FSqs: "AWS::Lambda::EventSourceMapping",
      FKin: "AWS::Lambda::EventSourceMapping",
      FDdb: "AWS::Lambda::EventSourceMapping",
      FCron: "AWS::Events::Rule",
      FCronQueue: "AWS::SQS::Queue",
      FCron2: "AWS::Scheduler::Schedule",
      Dead: "AWS::SQS::Queue",
      FBus: "AWS::Events::Rule",
      FTopic: "AWS::SNS::Subscription",
      FTopicQueue: "AWS::SQS::Queue",
      FTopicEventSourceMapping: "AWS::Lambda::EventSourceMapping",
      FPlain: "AWS::SNS::Subscription",
      FEventInvokeConfigOnSuccessTopic: "AWS::SNS::Topic",
      FEventInvokeConfigOnFailureQueue: "AWS::SQS::Queue",
      Flow: "AWS::StepFunctions::StateMachine",
      FlowTick: "AWS::Events::Rule",
    });
    expect(resources.FSqs?.Properties).toMatchObject({
      EventSourceArn: { "Fn::GetAtt": ["Q", "Arn"] },
      FunctionName: { Ref: "F" },
      BatchSize: 5,
    });
  });

  it("leaves other templates, and resources that are none, as they are", () => {
    const plain = parseTemplate("Resources: {F: {Type: AWS::Serverless::Function}}");
    expect(expandServerless(plain, environment)).toBe(plain);
    expect(expand("  Odd: \n  Text: hello")).toEqual({ Odd: null, Text: "hello" });
  });
});

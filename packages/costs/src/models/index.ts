import type { CostModel } from "../cost-model";
import { cloudWatchAlarm } from "./cloudwatch-alarm";
import { cloudWatchCompositeAlarm } from "./cloudwatch-composite-alarm";
import { dynamoDbGlobalTable } from "./dynamodb-global-table";
import { dynamoDbTable } from "./dynamodb-table";
import { ec2Eip } from "./ec2-eip";
import { ec2NatGateway } from "./ec2-nat-gateway";
import { ec2VpcEndpoint } from "./ec2-vpc-endpoint";
import { eventsArchive } from "./events-archive";
import { eventsEventBus } from "./events-event-bus";
import { kmsKey } from "./kms-key";
import { lambdaFunction } from "./lambda-function";
import { logsLogGroup } from "./logs-log-group";
import { s3Bucket } from "./s3-bucket";
import { secretsManagerSecret } from "./secrets-manager-secret";
import { snsTopic } from "./sns-topic";
import { sqsQueue } from "./sqs-queue";

const all: readonly CostModel[] = [
  cloudWatchAlarm,
  cloudWatchCompositeAlarm,
  dynamoDbGlobalTable,
  dynamoDbTable,
  ec2Eip,
  ec2NatGateway,
  ec2VpcEndpoint,
  eventsArchive,
  eventsEventBus,
  kmsKey,
  lambdaFunction,
  logsLogGroup,
  s3Bucket,
  secretsManagerSecret,
  snsTopic,
  sqsQueue,
];

/** The priced types, by CloudFormation type name. */
export const COST_MODELS: ReadonlyMap<string, CostModel> = new Map(all.map((model) => [model.type, model]));

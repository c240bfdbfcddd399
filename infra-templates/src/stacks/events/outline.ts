import { logGroup } from "../../model/outline-parts";
import type { PricedResources } from "../../model/stack-model";
import {
  archiveId,
  BUSES,
  busId,
  busLogGroupId,
  DEAD_LETTER_OWNERS,
  deadLettersId,
  FUNCTION_MEMORY_MB,
  FUNCTION_ROUTES,
  FUNCTION_TIMEOUT_SECONDS,
  functionId,
  functionLogGroupId,
  QUEUE_ROUTES,
  queueId,
} from "./event-flow";
import type { EventsSettings } from "./settings";

/** Every bus, archive, log group, queue and function, with the properties a price can depend on. */
export function eventsOutline(events: EventsSettings): PricedResources {
  const resources: PricedResources = {};
  for (const bus of BUSES) {
    resources[busId(bus.id)] = { Type: "AWS::Events::EventBus" };
    resources[archiveId(bus.id)] = {
      Type: "AWS::Events::Archive",
      Properties: { RetentionDays: events.archiveDays },
    };
    resources[busLogGroupId(bus.id)] = logGroup(events.logRetentionDays);
  }
  for (const { consumer } of QUEUE_ROUTES) resources[queueId(consumer)] = { Type: "AWS::SQS::Queue" };
  for (const { consumer } of DEAD_LETTER_OWNERS) {
    resources[deadLettersId(consumer)] = { Type: "AWS::SQS::Queue" };
  }
  for (const { consumer } of FUNCTION_ROUTES) {
    resources[functionId(consumer)] = {
      Type: "AWS::Lambda::Function",
      Properties: {
        Architectures: ["arm64"],
        MemorySize: FUNCTION_MEMORY_MB,
        Timeout: FUNCTION_TIMEOUT_SECONDS,
      },
    };
    resources[functionLogGroupId(consumer)] = logGroup(events.logRetentionDays);
  }
  return resources;
}

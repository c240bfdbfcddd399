import { isObject, type JsonObject } from "@greenroom/template";
import type { Sandbox } from "../sandbox";
import type { Place } from "../state/store";
import { describeAlarms } from "./alarms";
import { getParameter } from "./ssm";

interface JsonAction {
  /** As a throttle, a denial and the counts name it. */
  name: string;
  /** As a policy names it. */
  permission: string;
  act: (sandbox: Sandbox, place: Place, input: JsonObject) => object;
}

/**
 * Calls of AWS's JSON protocol, by the header X-Amz-Target. `cdk` reads the version of its bootstrap stack
 * from SSM.
 */
export const JSON_ACTIONS: Readonly<Record<string, JsonAction>> = {
  "AmazonSSM.GetParameter": { name: "GetParameter", permission: "ssm:GetParameter", act: getParameter },
  "GraniteServiceVersion20100801.DescribeAlarms": {
    name: "DescribeAlarms",
    permission: "cloudwatch:DescribeAlarms",
    act: describeAlarms,
  },
};

/** What a body says; nothing where it is no object. */
export function readJsonInput(body: string): JsonObject {
  try {
    const input: unknown = JSON.parse(body);
    return isObject(input) ? (input as JsonObject) : {};
  } catch {
    return {};
  }
}

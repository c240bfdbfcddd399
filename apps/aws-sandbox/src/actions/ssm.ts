import { isObject } from "@greenroom/template";
import { findSsmParameter } from "../engine/environment";
import { refusals } from "../errors";
import type { Sandbox } from "../sandbox";
import type { Place } from "../state/store";

/** The one action of SSM that deployment tools ask for: `cdk` reads the version of its bootstrap stack. */
const GET_PARAMETER = "AmazonSSM.GetParameter";

/**
 * Answers a call of AWS's JSON protocol.
 * @param target The header X-Amz-Target: service and action
 * @throws AwsError ParameterNotFound for a parameter that no stack made, and for any other call
 */
export function answerJson(sandbox: Sandbox, place: Place, target: string, body: string): object {
  if (target !== GET_PARAMETER) throw refusals.unknownTarget(target);
  const name = nameIn(body);
  const found = name === undefined ? undefined : findSsmParameter(sandbox, place, name);
  if (name === undefined || found === undefined) throw refusals.parameterMissing(name ?? "without a name");
  const ARN = `arn:aws:ssm:${place.region}:${place.accountId}:parameter/${name.replace(/^\//, "")}`;
  return { Parameter: { ARN, DataType: "text", Name: name, Type: "String", Value: found, Version: 1 } };
}

function nameIn(body: string): string | undefined {
  try {
    const input: unknown = JSON.parse(body);
    return isObject(input) && typeof input.Name === "string" ? input.Name : undefined;
  } catch {
    return undefined;
  }
}

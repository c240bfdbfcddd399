import type { JsonObject } from "@greenroom/template";
import { findSsmParameter } from "../engine/environment";
import { refusals } from "../errors";
import type { Sandbox } from "../sandbox";
import type { Place } from "../state/store";

/** @throws AwsError ParameterNotFound for a parameter that no stack made */
export function getParameter(sandbox: Sandbox, place: Place, { Name }: JsonObject): object {
  const name = typeof Name === "string" ? Name : undefined;
  const found = name === undefined ? undefined : findSsmParameter(sandbox, place, name);
  if (name === undefined || found === undefined) throw refusals.parameterMissing(name ?? "without a name");
  const ARN = `arn:aws:ssm:${place.region}:${place.accountId}:parameter/${name.replace(/^\//, "")}`;
  return { Parameter: { ARN, DataType: "text", Name: name, Type: "String", Value: found, Version: 1 } };
}

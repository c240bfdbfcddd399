import { isListType, type Template, type Value } from "@greenroom/template";
import { refusals } from "../errors";
import { flag, mapList, type Query, requiredText } from "../protocol/query";
import type { StackParameter, Submission } from "../state/types";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MAX_VALUE_BYTES = 4096;

/**
 * The parameter values of a request, previous ones filled in.
 * @throws ValidationError for a key given twice, without a value, or with a previous value that there is not
 */
export function readParameters(query: Query, previous?: Submission): StackParameter[] {
  const given = (mapList(query, "Parameters") ?? []).map((member) => readParameter(member, previous));
  const keys = given.map(({ ParameterKey }) => ParameterKey);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw refusals.parameterTwice(twice);
  return given;
}

function readParameter(member: Query, previous?: Submission): StackParameter {
  const ParameterKey = requiredText(member, "ParameterKey");
  const { ParameterValue } = member;
  if (!flag(member, "UsePreviousValue")) {
    if (typeof ParameterValue !== "string") {
      throw refusals.parameterInput(
        ParameterKey,
        "Need to specify either usePreviousValue as true or a value for the parameter",
      );
    }
    if (Buffer.byteLength(ParameterValue) > MAX_VALUE_BYTES) {
      throw refusals.parameterInput(ParameterKey, `Its value is longer than ${MAX_VALUE_BYTES} bytes`);
    }
    return { ParameterKey, ParameterValue };
  }
  if (typeof ParameterValue === "string" && ParameterValue !== "") {
    throw refusals.parameterInput(
      ParameterKey,
      "Cannot specify usePreviousValue as true and non empty value for a parameter",
    );
  }
  const kept = previous?.parameters.find((parameter) => parameter.ParameterKey === ParameterKey);
  if (!kept) {
    throw refusals.parameterInput(
      ParameterKey,
      "Cannot specify usePreviousValue as true for a parameter key not in the previous template",
    );
  }
  return { ParameterKey, ParameterValue: kept.ParameterValue };
}

/** Every declared parameter with the value in force, as DescribeStacks shows them. */
export function withDefaults(
  template: Template,
  given: StackParameter[],
  resolved: Record<string, Value>,
): StackParameter[] {
  return Object.entries(template.Parameters).map(([ParameterKey, declared]) => {
    const found = given.find((parameter) => parameter.ParameterKey === ParameterKey);
    const parameter = {
      ParameterKey,
      ParameterValue: found?.ParameterValue ?? String(declared.Default ?? ""),
    };
    if (!declared.Type.startsWith("AWS::SSM::Parameter::Value<")) return parameter;
    const value = resolved[ParameterKey];
    const isList = isListType(declared.Type) && Array.isArray(value);
    return { ...parameter, ResolvedValue: isList ? value.join(",") : String(value) };
  });
}

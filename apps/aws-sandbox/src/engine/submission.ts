import {
  checkReferences,
  collectReferences,
  createScope,
  isListType,
  type Json,
  parseTemplate,
  resolveTemplate,
  type Template,
  type Value,
  validateTemplate,
} from "@greenroom/template";
import { refusals } from "../errors";
import { flag, mapList, type Query, requiredText, text, textList } from "../protocol/query";
import { isOpenType } from "../resources/specification";
import type { Sandbox } from "../sandbox";
import type { StackParameter, Submission, Tag } from "../state/types";
import { environmentOf, rememberTemplate, type Subject } from "./environment";
import { expandTransforms, transformNames } from "./transforms";

const MAX_BODY_BYTES = 51_200;
const IAM_TYPES =
  /^AWS::IAM::(AccessKey|Group|InstanceProfile|ManagedPolicy|Policy|Role|User|UserToGroupAddition)$/;
const IAM_NAMES = ["RoleName", "ManagedPolicyName", "UserName", "GroupName", "InstanceProfileName"];

/**
 * Reads template, parameters and tags from a request and checks all that CloudFormation checks before it accepts it.
 * @param stack The stack it is for, or as it will be; its `deployed` submission supplies previous values.
 * @param isChangeSet People review a change set, so it may hold macros without CAPABILITY_AUTO_EXPAND.
 * @throws AwsError or TemplateError with CloudFormation's text.
 */
export function readSubmission(
  sandbox: Sandbox,
  query: Query,
  stack: Subject & { deployed?: Submission },
  isChangeSet = false,
): Submission {
  const templateBody = readTemplateBody(query, stack.deployed);
  const template = parseTemplate(templateBody);
  const given = readParameters(query, template, stack.deployed);
  const capabilities = textList(query, "Capabilities");
  const notificationArns = textList(query, "NotificationARNs");
  const environment = environmentOf(sandbox, stack, { parameters: given, notificationArns });

  const macros = transformNames(template);
  const processed = expandTransforms(sandbox, template, stack, environment);
  validateTemplate(processed);
  checkTypes(sandbox, processed);
  checkSameTypes(stack, processed);
  checkCapabilities(processed, capabilities, macros.length > 0 && !isChangeSet);
  const { conditions, parameters } = createScope(processed, environment);
  checkReferences(processed, conditions);
  checkAttributes(sandbox, processed, conditions);
  // Imports and other stacks' outputs are looked up when the plan is made; what the template says itself must hold.
  resolveTemplate(processed, { ...environment, importValue: () => undefined, stackOutput: () => undefined });

  const roleArn = text(query, "RoleARN");
  const submission: Submission = {
    templateBody,
    processedTemplate: JSON.stringify(processed),
    parameters: withDefaults(processed, given, parameters),
    tags: readTags(query) ?? stack.deployed?.tags ?? [],
    capabilities,
    notificationArns,
    ...(roleArn && { roleArn }),
    ...(isChangeSet && flag(query, "ImportExistingResources") && { importExisting: true }),
    ...(processed.Description && { description: String(processed.Description) }),
  };
  rememberTemplate(submission, processed);
  return submission;
}

/** The template of a request. @throws ValidationError when there is none or it exceeds 51,200 bytes. */
export function readTemplateBody(query: Query, previous?: Submission): string {
  const body = text(query, "TemplateBody");
  if (body !== undefined) {
    if (Buffer.byteLength(body) > MAX_BODY_BYTES) throw refusals.bodyTooLong(body);
    return body;
  }
  if (text(query, "TemplateURL")) throw refusals.templateUrl();
  if (flag(query, "UsePreviousTemplate") && previous) return previous.templateBody;
  throw refusals.noTemplate();
}

function readParameters(query: Query, template: Template, previous?: Submission): StackParameter[] {
  return (mapList(query, "Parameters") ?? []).map((member) => {
    const ParameterKey = requiredText(member, "ParameterKey");
    if (!flag(member, "UsePreviousValue")) {
      const given = member.ParameterValue;
      return { ParameterKey, ParameterValue: typeof given === "string" ? given : "" };
    }
    const kept = previous?.parameters.find((parameter) => parameter.ParameterKey === ParameterKey);
    const fallback = template.Parameters[ParameterKey]?.Default;
    return { ParameterKey, ParameterValue: kept?.ParameterValue ?? String(fallback ?? "") };
  });
}

/** Every declared parameter with the value in force, as DescribeStacks shows them. */
function withDefaults(
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

function readTags(query: Query): Tag[] | undefined {
  const tags = mapList(query, "Tags")?.map((tag) => ({
    Key: requiredText(tag, "Key"),
    Value: text(tag, "Value") ?? "",
  }));
  return tags && tags.length > 0 ? tags : undefined;
}

function checkTypes(sandbox: Sandbox, template: Template): void {
  const types = [...new Set(Object.values(template.Resources).map(({ Type }) => Type))];
  const strangers = types.filter((type) => !sandbox.specification.isKnown(type));
  if (strangers.length > 0) throw refusals.unrecognizedTypes(strangers);
  if (types.includes("AWS::CloudFormation::Stack")) {
    throw refusals.notSimulated("A nested stack (AWS::CloudFormation::Stack needs a TemplateURL in S3)");
  }
}

function checkSameTypes(stack: Subject, template: Template): void {
  const changed = [...stack.resources.values()].filter(({ logicalId, type, status }) => {
    const next = template.Resources[logicalId]?.Type;
    return next !== undefined && next !== type && status !== "DELETE_COMPLETE" && status !== "CREATE_FAILED";
  });
  if (changed.length > 0) throw refusals.typeChanged(changed.map(({ logicalId }) => logicalId));
}

/** Which acknowledgements a template needs, with the reason shown to people. */
export function neededCapabilities(template: Template): { capabilities: string[]; reason?: string } {
  const iam = Object.values(template.Resources).filter(({ Type }) => IAM_TYPES.test(Type));
  if (iam.length === 0) return { capabilities: [] };
  const isNamed = iam.some(({ Properties }) => IAM_NAMES.some((name) => Properties?.[name] !== undefined));
  const types = [...new Set(iam.map(({ Type }) => Type))].join(", ");
  return {
    capabilities: [isNamed ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM"],
    reason: `The following resource(s) require capabilities: [${types}]`,
  };
}

function checkCapabilities(template: Template, given: string[], needsExpand: boolean): void {
  const needed = neededCapabilities(template).capabilities;
  const isCovered = (capability: string) =>
    given.includes(capability) || (capability === "CAPABILITY_IAM" && given.includes("CAPABILITY_NAMED_IAM"));
  const missing = [...needed, ...(needsExpand ? ["CAPABILITY_AUTO_EXPAND"] : [])].filter(
    (capability) => !isCovered(capability),
  );
  if (missing.length > 0) throw refusals.capabilities(missing);
}

function checkAttributes(sandbox: Sandbox, template: Template, conditions: Record<string, Value>): void {
  const values: (Json | undefined)[] = [
    ...Object.values(template.Resources).map(({ Properties }) => Properties),
    ...Object.values(template.Outputs).map(({ Value: value }) => value),
  ];
  for (const { name, attribute } of values.flatMap((value) => collectReferences(value, conditions))) {
    const type = template.Resources[name]?.Type;
    if (!attribute || !type || isOpenType(type)) continue;
    if (!sandbox.specification.hasAttribute(type, attribute)) throw refusals.badAttribute(attribute, name);
  }
}

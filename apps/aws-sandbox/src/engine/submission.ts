import {
  checkReferences,
  checkRules,
  collectReferences,
  createScope,
  expandLoops,
  isObject,
  isUnknown,
  type Json,
  parseTemplate,
  type ResolvedOutput,
  type ResolvedResource,
  resolveTemplate,
  type Template,
  type Value,
  validateTemplate,
} from "@greenroom/template";
import { refusals } from "../errors";
import {
  boundedText,
  checkLength,
  choice,
  choices,
  flag,
  isGiven,
  type Query,
  text,
  textList,
} from "../protocol/query";
import { isOpenType } from "../resources/specification";
import type { Sandbox } from "../sandbox";
import type { Submission } from "../state/types";
import { environmentOf, rememberTemplate, type Subject } from "./environment";
import { readParameters, withDefaults } from "./read-parameters";
import { readTags } from "./read-tags";
import { expandTransforms, transformNames, usesLanguageExtensions } from "./transforms";

const MAX_BODY_BYTES = 51_200;
/** docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
const MAX_NOTIFICATION_ARNS = 5;
const CAPABILITIES = ["CAPABILITY_AUTO_EXPAND", "CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"];
/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html */
const WITH_SNAPSHOTS = new Set([
  "AWS::DocDB::DBCluster",
  "AWS::EC2::Volume",
  "AWS::ElastiCache::CacheCluster",
  "AWS::ElastiCache::ReplicationGroup",
  "AWS::Neptune::DBCluster",
  "AWS::RDS::DBCluster",
  "AWS::RDS::DBInstance",
  "AWS::Redshift::Cluster",
]);
/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html */
const EXPORT_NAME = /^[A-Za-z0-9:-]{1,255}$/;
const POLICIES = {
  deletionPolicy: ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"],
  updateReplacePolicy: ["Delete", "Retain", "Snapshot"],
};
const IAM_TYPES =
  /^AWS::IAM::(AccessKey|Group|InstanceProfile|ManagedPolicy|Policy|Role|User|UserToGroupAddition)$/;
const IAM_NAMES = ["RoleName", "ManagedPolicyName", "UserName", "GroupName", "InstanceProfileName"];

/**
 * Reads template, parameters and tags from a request and checks all that CloudFormation checks before it
 * accepts it.
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
  const given = readParameters(query, stack.deployed);
  const capabilities = choices(query, "Capabilities", CAPABILITIES);
  const notificationArns = readNotificationArns(query) ?? stack.deployed?.notificationArns ?? [];
  const environment = environmentOf(sandbox, stack, { parameters: given, notificationArns });

  const macros = transformNames(template);
  const expanded = expandTransforms(sandbox, template, stack, environment);
  const processed = usesLanguageExtensions(expanded) ? expandLoops(expanded, environment) : expanded;
  validateTemplate(processed);
  checkTypes(sandbox, processed);
  checkSameTypes(stack, processed);
  checkCapabilities(processed, capabilities, macros.length > 0 && !isChangeSet);
  const scope = createScope(processed, environment);
  const { conditions, parameters } = scope;
  checkRules(scope);
  checkReferences(processed, conditions);
  checkAttributes(sandbox, processed, conditions);
  // Imports and other stacks' outputs are looked up when the plan is made; what the template says itself must
  // hold.
  const { resources, outputs } = resolveTemplate(processed, {
    ...environment,
    importValue: () => undefined,
    stackOutput: () => undefined,
  });
  checkPolicies(resources);
  checkOutputs(outputs);

  const roleArn = boundedText(query, "RoleARN", 20, 2048) ?? stack.deployed?.roleArn;
  const submission: Submission = {
    templateBody,
    processedTemplate: processed === template ? templateBody : textOf(processed),
    parameters: withDefaults(processed, given, parameters),
    tags: readTags(query) ?? stack.deployed?.tags ?? [],
    capabilities,
    notificationArns,
    ...(roleArn && { roleArn }),
    ...(isChangeSet && flag(query, "ImportExistingResources") && { importExisting: true }),
    ...(isChangeSet && isDriftReverted(query) && { revertDrift: true }),
    ...(processed.Description && { description: String(processed.Description) }),
  };
  rememberTemplate(submission, processed);
  return submission;
}

/** As AWS shows a processed template: in JSON, and without the macros that were applied. */
function textOf(template: Template): string {
  const { Transform: _applied, ...sections } = template;
  const isFilled = ([, section]: [string, unknown]) => JSON.stringify(section) !== "{}";
  return JSON.stringify(Object.fromEntries(Object.entries(sections).filter(isFilled)));
}

const isDriftReverted = (query: Query): boolean =>
  choice(query, "DeploymentMode", ["REVERT_DRIFT", "STANDARD"], "STANDARD") === "REVERT_DRIFT";

function readNotificationArns(query: Query): string[] | undefined {
  if (!isGiven(query, "NotificationARNs")) return undefined;
  const arns = textList(query, "NotificationARNs");
  checkLength("notificationARNs", `[${arns.join(", ")}]`, arns.length, 0, MAX_NOTIFICATION_ARNS);
  return arns;
}

/**
 * The template of a request. @throws ValidationError when there is none, or two, or it exceeds 51,200 bytes.
 */
export function readTemplateBody(query: Query, previous?: Submission): string {
  const body = text(query, "TemplateBody");
  if (body !== undefined) {
    if (flag(query, "UsePreviousTemplate")) throw refusals.eitherOr("TemplateBody", "UsePreviousTemplate");
    if (Buffer.byteLength(body) > MAX_BODY_BYTES) throw refusals.bodyTooLong(body);
    return body;
  }
  if (flag(query, "UsePreviousTemplate") && previous) return previous.templateBody;
  throw refusals.noTemplate();
}

function checkTypes(sandbox: Sandbox, template: Template): void {
  const types = [...new Set(Object.values(template.Resources).map(({ Type }) => Type))];
  const strangers = types.filter((type) => !sandbox.specification.isKnown(type));
  if (strangers.length > 0) throw refusals.unrecognizedTypes(strangers);
  if (types.includes("AWS::CloudFormation::Stack")) {
    throw refusals.notSimulated("A nested stack (AWS::CloudFormation::Stack needs a TemplateURL in S3)");
  }
}

/** Which fate a resource may have in a deletion or a replacement depends on its type. */
function checkPolicies(resources: Record<string, ResolvedResource>): void {
  for (const [logicalId, resource] of Object.entries(resources)) {
    for (const field of ["deletionPolicy", "updateReplacePolicy"] as const) {
      const policy = resource[field] ?? "Delete";
      const attribute = field === "deletionPolicy" ? "DeletionPolicy" : "UpdateReplacePolicy";
      if (!POLICIES[field].includes(policy)) throw refusals.badPolicy(attribute, policy, logicalId);
      if (policy === "Snapshot" && !WITH_SNAPSHOTS.has(resource.type))
        throw refusals.noSnapshot(resource.type);
    }
  }
}

/** Outputs are texts, and names of exports are short and plain, and unlike each other. */
function checkOutputs(outputs: Record<string, ResolvedOutput>): void {
  const exported = new Set<Value>();
  for (const [name, { value, exportName }] of Object.entries(outputs)) {
    if (Array.isArray(value) || (isObject(value) && !isUnknown(value))) throw refusals.outputNoText();
    if (exportName === undefined || isUnknown(exportName)) continue;
    if (!EXPORT_NAME.test(String(exportName))) throw refusals.badExport(name);
    if (exported.has(exportName)) throw refusals.exportTwice(String(exportName));
    exported.add(exportName);
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

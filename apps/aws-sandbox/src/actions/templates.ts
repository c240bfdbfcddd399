import { parseTemplate, type Template, validateTemplate } from "@greenroom/template";
import { neededCapabilities, readTemplateBody } from "../engine/submission";
import { transformNames } from "../engine/transforms";
import { refusals } from "../errors";
import { text } from "../protocol/query";
import type { Result } from "../protocol/render-xml";
import { type Action, type Call, stackOf } from "./call";

export const getTemplate: Action = (call) => {
  const changeSetName = text(call.query, "ChangeSetName");
  const ofChangeSet = changeSetName ? changeSetSubmission(call, changeSetName) : undefined;
  const stack = ofChangeSet ? undefined : stackOf(call);
  const submission = ofChangeSet ?? stack?.deployed ?? stack?.operation?.target;
  if (!submission) throw refusals.templateInReview(stack?.stackName ?? "");
  const isProcessed = text(call.query, "TemplateStage") === "Processed";
  return {
    TemplateBody: isProcessed ? submission.processedTemplate : submission.templateBody,
    StagesAvailable: ["Original", "Processed"],
  };
};

function changeSetSubmission(call: Call, name: string) {
  const { store } = call.sandbox;
  const byId = store.changeSets.get(name);
  const found =
    byId ?? store.changeSetsOf(stackOf(call).stackId).findLast(({ changeSetName }) => changeSetName === name);
  if (!found || !store.findStack(call, found.stackId)) throw refusals.changeSetMissing(name);
  return found.submission;
}

export const getTemplateSummary: Action = (call) => {
  const template = text(call.query, "StackName")
    ? deployedTemplate(call)
    : parseTemplate(readTemplateBody(call.query));
  validateTemplate(template);
  const { capabilities, reason } = neededCapabilities(template);
  const types = [...new Set(Object.values(template.Resources).map(({ Type }) => Type))];
  return {
    Parameters: parametersOf(template, "ParameterType"),
    Description: template.Description,
    Capabilities: capabilities.length > 0 ? capabilities : undefined,
    CapabilitiesReason: reason,
    ResourceTypes: types,
    Version: template.AWSTemplateFormatVersion,
    Metadata: template.Metadata ? JSON.stringify(template.Metadata) : undefined,
    DeclaredTransforms: transformsOf(template),
    ResourceIdentifierSummaries: [],
  };
};

function deployedTemplate(call: Call): Template {
  const stack = stackOf(call);
  if (stack.status === "REVIEW_IN_PROGRESS") throw refusals.summaryInReview();
  const submission = stack.deployed ?? stack.operation?.target;
  if (!submission) throw refusals.templateInReview(stack.stackName);
  return parseTemplate(submission.templateBody);
}

export const validateTemplateAction: Action = (call) => {
  const template = parseTemplate(readTemplateBody(call.query));
  validateTemplate(template);
  const { capabilities, reason } = neededCapabilities(template);
  return {
    Parameters: parametersOf(template),
    Description: template.Description,
    Capabilities: capabilities.length > 0 ? capabilities : undefined,
    CapabilitiesReason: reason,
    DeclaredTransforms: transformsOf(template),
  };
};

function transformsOf(template: Template): string[] | undefined {
  const names = transformNames(template);
  return names.length > 0 ? names : undefined;
}

function parametersOf(template: Template, typeField?: "ParameterType"): Result[] {
  return Object.entries(template.Parameters).map(([ParameterKey, declared]) => ({
    ParameterKey,
    DefaultValue: declared.Default === undefined ? undefined : String(declared.Default),
    NoEcho: String(declared.NoEcho) === "true",
    Description: declared.Description,
    ...(typeField && { [typeField]: declared.Type }),
  }));
}

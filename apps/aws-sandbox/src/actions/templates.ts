import { expandLoops, parseTemplate, type Template, validateTemplate } from "@greenroom/template";
import { templateOf } from "../engine/environment";
import { neededCapabilities, readTemplateBody } from "../engine/submission";
import { transformNames, usesLanguageExtensions } from "../engine/transforms";
import { refusals } from "../errors";
import { choice, flag, text } from "../protocol/query";
import type { Result } from "../protocol/render-xml";
import type { Stack, Submission } from "../state/types";
import { type Action, type Call, stackOf } from "./call";
import { changeSetOf } from "./change-sets";

/**
 * The template as it was sent, or as it is after macros. A stack in REVIEW_IN_PROGRESS has none yet and gives
 * an empty text, as AWS does (https://github.com/envato/stack_master/pull/233).
 */
export const getTemplate: Action = (call) => {
  const stage = choice(call.query, "TemplateStage", ["Original", "Processed"], "Original");
  const submission = text(call.query, "ChangeSetName")
    ? changeSetOf(call).submission
    : submissionOf(stackOf(call));
  const { templateBody = "", processedTemplate = templateBody } = submission ?? {};
  return {
    TemplateBody: stage === "Processed" ? processedTemplate : templateBody,
    StagesAvailable: ["Original", "Processed"],
  };
};

function submissionOf(stack: Stack): Submission | undefined {
  return stack.deployed ?? stack.operation?.target;
}

export const getTemplateSummary: Action = (call) => {
  const { query, sandbox } = call;
  const isOfStack = text(query, "StackName") !== undefined;
  if (isOfStack && text(query, "TemplateBody")) throw refusals.oneTemplate(["StackName", "TemplateBody"]);
  const template = isOfStack ? deployedTemplate(call) : writtenOut(call);
  validateTemplate(template);
  const types = typesOf(template);
  const strangers = types.filter((type) => !sandbox.specification.isKnown(type));
  const config = query.TemplateSummaryConfig;
  const isLenient = typeof config === "object" && flag(config, "TreatUnrecognizedResourceTypesAsWarnings");
  if (strangers.length > 0 && !isLenient) throw refusals.unrecognizedTypes(strangers);
  const { capabilities, reason } = neededCapabilities(template);
  return {
    Parameters: parametersOf(template, true),
    Description: template.Description,
    Capabilities: capabilities.length > 0 ? capabilities : undefined,
    CapabilitiesReason: reason,
    ResourceTypes: types,
    Version: template.AWSTemplateFormatVersion,
    Metadata: template.Metadata ? JSON.stringify(template.Metadata) : undefined,
    DeclaredTransforms: transformsOf(template),
    ResourceIdentifierSummaries: [],
    Warnings: isLenient && strangers.length > 0 ? { UnrecognizedResourceTypes: strangers } : undefined,
  };
};

function deployedTemplate(call: Call): Template {
  const stack = stackOf(call);
  if (stack.status === "REVIEW_IN_PROGRESS") throw refusals.summaryInReview();
  return templateOf(submissionOf(stack) as Submission);
}

/**
 * The template of the request with its loops written out, as far as that goes without values of parameters.
 */
function writtenOut({ query, region }: Call): Template {
  const template = parseTemplate(readTemplateBody(query));
  if (!usesLanguageExtensions(template)) return template;
  return expandLoops(template, { region, allowMissingParameters: true });
}

const typesOf = ({ Resources }: Template): string[] => [
  ...new Set(Object.values(Resources).map(({ Type }) => Type)),
];

export const validateTemplateAction: Action = (call) => {
  const template = writtenOut(call);
  validateTemplate(template);
  const strangers = typesOf(template).filter((type) => !call.sandbox.specification.isKnown(type));
  if (strangers.length > 0) throw refusals.unrecognizedTypes(strangers);
  const { capabilities, reason } = neededCapabilities(template);
  return {
    Parameters: parametersOf(template, false),
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

function parametersOf(template: Template, isSummary: boolean): Result[] {
  return Object.entries(template.Parameters).map(([ParameterKey, declared]) => ({
    ParameterKey,
    DefaultValue: declared.Default === undefined ? undefined : String(declared.Default),
    NoEcho: String(declared.NoEcho) === "true",
    Description: declared.Description,
    ...(isSummary && {
      ParameterType: declared.Type,
      ParameterConstraints: declared.AllowedValues && { AllowedValues: declared.AllowedValues.map(String) },
    }),
  }));
}

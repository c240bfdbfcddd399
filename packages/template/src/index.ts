export {
  architectureOf,
  type StackSource,
} from "./architecture";
export { type DependencyGraph, dependencyGraph, topologicalOrder } from "./dependency-graph";
export { expandLoops } from "./expand-loops";
export { expandServerless, SERVERLESS } from "./expand-serverless";
export { isListType, noEchoParameters } from "./parameters";
export { parseTemplate } from "./parse-template";
export {
  collectReferences,
  collectStackOutputs,
  type StackOutputMention,
} from "./references";
export {
  createScope,
  isIncluded,
  type ResolvedOutput,
  type ResolvedResource,
  resolveOutputs,
  resolveResource,
  resolveTemplate,
} from "./resolve-template";
export { resolveValue } from "./resolve-value";
export { checkRules } from "./rules";
export {
  type Environment,
  type GivenParameter,
  type Lookups,
  partitionOf,
  type Scope,
} from "./scope";
export {
  asIntrinsic,
  asJson,
  isObject,
  type Json,
  type JsonObject,
  type Template,
  type TemplateResource,
} from "./template";
export { TemplateError } from "./template-error";
export { checkShapes } from "./template-shape";
export { transformsOf } from "./transforms";
export { findUnknowns, isUnknown, mergeUnknowns, notGiven, Unknown, unknown, type Value } from "./unknown";
export { checkReferences, validateTemplate } from "./validate-template";

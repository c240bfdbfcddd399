import type { Action } from "./call";
import {
  createChangeSet,
  deleteChangeSet,
  describeChangeSet,
  executeChangeSet,
  listChangeSets,
} from "./change-sets";
import { describeStackEvents } from "./describe-events";
import { describeStackResource, describeStackResources, listStackResources } from "./describe-resources";
import { describeStacks, listStacks } from "./describe-stacks";
import {
  describeStackDriftDetectionStatus,
  describeStackResourceDrifts,
  detectStackDrift,
  detectStackResourceDrift,
  detectStackSetDrift,
} from "./drift";
import { listExports, listImports } from "./exports";
import { signalResource } from "./signal-resource";
import {
  cancelUpdateStack,
  continueUpdateRollback,
  createStack,
  deleteStack,
  updateStack,
  updateTerminationProtection,
} from "./stacks";
import { assumeRole, getCallerIdentity } from "./sts";
import { getTemplate, getTemplateSummary, validateTemplateAction } from "./templates";

/** Every action the sandbox answers, by its name on the wire. */
export const actions: Readonly<Record<string, Action>> = {
  AssumeRole: assumeRole,
  CancelUpdateStack: cancelUpdateStack,
  ContinueUpdateRollback: continueUpdateRollback,
  CreateChangeSet: createChangeSet,
  CreateStack: createStack,
  DeleteChangeSet: deleteChangeSet,
  DeleteStack: deleteStack,
  DescribeChangeSet: describeChangeSet,
  DescribeStackDriftDetectionStatus: describeStackDriftDetectionStatus,
  DescribeStackEvents: describeStackEvents,
  DescribeStackResource: describeStackResource,
  DescribeStackResourceDrifts: describeStackResourceDrifts,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  DetectStackDrift: detectStackDrift,
  DetectStackResourceDrift: detectStackResourceDrift,
  DetectStackSetDrift: detectStackSetDrift,
  ExecuteChangeSet: executeChangeSet,
  GetCallerIdentity: getCallerIdentity,
  GetTemplate: getTemplate,
  GetTemplateSummary: getTemplateSummary,
  ListChangeSets: listChangeSets,
  ListExports: listExports,
  ListImports: listImports,
  ListStackResources: listStackResources,
  ListStacks: listStacks,
  SignalResource: signalResource,
  UpdateStack: updateStack,
  UpdateTerminationProtection: updateTerminationProtection,
  ValidateTemplate: validateTemplateAction,
};

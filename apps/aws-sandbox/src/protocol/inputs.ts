import { refusals } from "../errors";
import type { Query } from "./query";

/** What becomes of an input: the action reads it, or refuses it, or takes it without effect, and why. */
export type Treatment = "handled" | { refused: string } | { ignored: string };
type Inputs = Readonly<Record<string, Treatment>>;

const NO_POLICIES = { refused: "stack policies are not simulated" };
const NO_S3 = { refused: "there is no S3 in the sandbox; send the template as TemplateBody" };
const NO_ALARMS = { refused: "no alarm ever changes its state here, so nothing could roll a stack back" };
const NO_IAM = { refused: "there are no IAM permissions here that it could be checked against" };
const NO_SKIPPING = { refused: "a rollback goes on with all of its resources here, or not at all" };
const NO_STACK_SETS = { refused: "stack sets are not simulated" };
const NOTHING_TO_NARROW = { ignored: "there are no IAM permissions here that it could narrow" };
const NOTHING_TO_PROVE = { ignored: "nobody has a second factor here" };
const NOTHING_TO_SKIP = { ignored: "the sandbox makes no checks of its own before a deployment" };

const PARAMETERS: Inputs = {
  Parameters: "handled",
  "Parameters.ParameterKey": "handled",
  "Parameters.ParameterValue": "handled",
  "Parameters.UsePreviousValue": "handled",
  "Parameters.ResolvedValue": { ignored: "AWS only ever answers with it" },
};
const TAGS: Inputs = { Tags: "handled", "Tags.Key": "handled", "Tags.Value": "handled" };
const ROLLBACK_CONFIGURATION: Inputs = {
  RollbackConfiguration: NO_ALARMS,
  "RollbackConfiguration.RollbackTriggers": NO_ALARMS,
  "RollbackConfiguration.RollbackTriggers.Arn": NO_ALARMS,
  "RollbackConfiguration.RollbackTriggers.Type": NO_ALARMS,
  "RollbackConfiguration.MonitoringTimeInMinutes": NO_ALARMS,
};
const DEPLOYMENT_CONFIG: Inputs = {
  DeploymentConfig: "handled",
  "DeploymentConfig.Mode": "handled",
  "DeploymentConfig.DisableRollback": "handled",
};
const IMPORTED: Treatment = {
  refused:
    "importing by a list is not simulated; ImportExistingResources takes over what a stack left behind",
};
/** What every change of a stack is given. */
const SUBMISSION: Inputs = {
  StackName: "handled",
  TemplateBody: "handled",
  TemplateURL: NO_S3,
  Capabilities: "handled",
  NotificationARNs: "handled",
  RoleARN: "handled",
  ResourceTypes: NO_IAM,
  DisableValidation: NOTHING_TO_SKIP,
  ...PARAMETERS,
  ...TAGS,
  ...ROLLBACK_CONFIGURATION,
  ...DEPLOYMENT_CONFIG,
};

/** Every input that AWS's model knows, by action; a list or structure is followed by its members. */
export const INPUTS = {
  AssumeRole: {
    RoleArn: "handled",
    RoleSessionName: "handled",
    DurationSeconds: "handled",
    ExternalId: "handled",
    MinimumSessionTokenSize: { ignored: "the sandbox's tokens are as long as they are" },
    Policy: NOTHING_TO_NARROW,
    PolicyArns: NOTHING_TO_NARROW,
    "PolicyArns.arn": NOTHING_TO_NARROW,
    ProvidedContexts: NOTHING_TO_NARROW,
    "ProvidedContexts.ContextAssertion": NOTHING_TO_NARROW,
    "ProvidedContexts.ProviderArn": NOTHING_TO_NARROW,
    SerialNumber: NOTHING_TO_PROVE,
    SourceIdentity: NOTHING_TO_NARROW,
    Tags: NOTHING_TO_NARROW,
    "Tags.Key": NOTHING_TO_NARROW,
    "Tags.Value": NOTHING_TO_NARROW,
    TokenCode: NOTHING_TO_PROVE,
    TransitiveTagKeys: NOTHING_TO_NARROW,
  },
  CancelUpdateStack: { StackName: "handled", ClientRequestToken: "handled" },
  ContinueUpdateRollback: {
    StackName: "handled",
    RoleARN: "handled",
    ResourcesToSkip: NO_SKIPPING,
    ClientRequestToken: "handled",
  },
  CreateChangeSet: {
    ...SUBMISSION,
    ChangeSetName: "handled",
    ChangeSetType: "handled",
    ClientToken: "handled",
    Description: "handled",
    ImportExistingResources: "handled",
    IncludeNestedStacks: "handled",
    OnStackFailure: "handled",
    UsePreviousTemplate: "handled",
    DeploymentMode: "handled",
    ResourcesToImport: IMPORTED,
    "ResourcesToImport.ResourceType": IMPORTED,
    "ResourcesToImport.LogicalResourceId": IMPORTED,
    "ResourcesToImport.ResourceIdentifier": IMPORTED,
  },
  CreateStack: {
    ...SUBMISSION,
    ClientRequestToken: "handled",
    DisableRollback: "handled",
    EnableTerminationProtection: "handled",
    OnFailure: "handled",
    RetainExceptOnCreate: "handled",
    TimeoutInMinutes: "handled",
    StackPolicyBody: NO_POLICIES,
    StackPolicyURL: NO_POLICIES,
  },
  DeleteChangeSet: { ChangeSetName: "handled", StackName: "handled" },
  DeleteStack: {
    StackName: "handled",
    ClientRequestToken: "handled",
    DeletionMode: "handled",
    RetainResources: "handled",
    RoleARN: "handled",
    ...DEPLOYMENT_CONFIG,
    "DeploymentConfig.DisableRollback": { ignored: "a deletion is never rolled back" },
  },
  DescribeChangeSet: {
    ChangeSetName: "handled",
    IncludePropertyValues: "handled",
    NextToken: "handled",
    StackName: "handled",
  },
  DescribeStackDriftDetectionStatus: { StackDriftDetectionId: "handled" },
  DescribeStackEvents: { NextToken: "handled", StackName: "handled" },
  DescribeStackResource: { LogicalResourceId: "handled", StackName: "handled" },
  DescribeStackResourceDrifts: {
    MaxResults: "handled",
    NextToken: "handled",
    StackName: "handled",
    StackResourceDriftStatusFilters: "handled",
  },
  DescribeStackResources: {
    LogicalResourceId: "handled",
    PhysicalResourceId: "handled",
    StackName: "handled",
  },
  DescribeStacks: { NextToken: "handled", StackName: "handled" },
  DetectStackDrift: { LogicalResourceIds: "handled", StackName: "handled" },
  DetectStackResourceDrift: { LogicalResourceId: "handled", StackName: "handled" },
  DetectStackSetDrift: {
    CallAs: NO_STACK_SETS,
    OperationId: NO_STACK_SETS,
    OperationPreferences: NO_STACK_SETS,
    "OperationPreferences.ConcurrencyMode": NO_STACK_SETS,
    "OperationPreferences.FailureToleranceCount": NO_STACK_SETS,
    "OperationPreferences.FailureTolerancePercentage": NO_STACK_SETS,
    "OperationPreferences.MaxConcurrentCount": NO_STACK_SETS,
    "OperationPreferences.MaxConcurrentPercentage": NO_STACK_SETS,
    "OperationPreferences.RegionConcurrencyType": NO_STACK_SETS,
    "OperationPreferences.RegionOrder": NO_STACK_SETS,
    StackSetName: NO_STACK_SETS,
  },
  ExecuteChangeSet: {
    ChangeSetName: "handled",
    ClientRequestToken: "handled",
    DisableRollback: "handled",
    RetainExceptOnCreate: "handled",
    StackName: "handled",
  },
  GetCallerIdentity: {},
  GetTemplate: { ChangeSetName: "handled", StackName: "handled", TemplateStage: "handled" },
  GetTemplateSummary: {
    StackName: "handled",
    TemplateBody: "handled",
    TemplateURL: NO_S3,
    TemplateSummaryConfig: "handled",
    "TemplateSummaryConfig.TreatUnrecognizedResourceTypesAsWarnings": "handled",
    StackSetName: NO_STACK_SETS,
    CallAs: NO_STACK_SETS,
  },
  ListChangeSets: { NextToken: "handled", StackName: "handled" },
  ListExports: { NextToken: "handled" },
  ListImports: { ExportName: "handled", NextToken: "handled" },
  ListStackResources: { NextToken: "handled", StackName: "handled" },
  ListStacks: { NextToken: "handled", StackStatusFilter: "handled" },
  SignalResource: {
    LogicalResourceId: "handled",
    StackName: "handled",
    Status: "handled",
    UniqueId: "handled",
  },
  UpdateStack: {
    ...SUBMISSION,
    ClientRequestToken: "handled",
    DisableRollback: "handled",
    RetainExceptOnCreate: "handled",
    UsePreviousTemplate: "handled",
    StackPolicyBody: NO_POLICIES,
    StackPolicyURL: NO_POLICIES,
    StackPolicyDuringUpdateBody: NO_POLICIES,
    StackPolicyDuringUpdateURL: NO_POLICIES,
  },
  UpdateTerminationProtection: { EnableTerminationProtection: "handled", StackName: "handled" },
  ValidateTemplate: { TemplateBody: "handled", TemplateURL: NO_S3 },
} as const satisfies Record<string, Inputs>;

/** Fields of the protocol itself. */
const PROTOCOL = new Set(["Action", "Version"]);

/**
 * Refuses what the action would otherwise pass over in silence: inputs that are not simulated, and those
 * nobody knows.
 * @throws ValidationError that names the input and the reason
 */
export function refuseInputs(action: string, query: Query): void {
  const inputs: Inputs | undefined = (INPUTS as Record<string, Inputs | undefined>)[action];
  if (!inputs) return;
  for (const name of Object.keys(query)) {
    if (PROTOCOL.has(name) || query[name] === "") continue;
    const treatment = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (treatment === undefined) throw refusals.unknownInput(action, name);
    if (typeof treatment === "object" && "refused" in treatment) {
      throw refusals.inputNotSimulated(name, treatment.refused);
    }
  }
}

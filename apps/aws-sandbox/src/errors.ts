import { TemplateError } from "@greenroom/template";

/** Error codes of the Query protocol with their HTTP status, as AWS answers them. */
const STATUS_OF_CODE = {
  AccessDenied: 403,
  AlreadyExistsException: 400,
  ChangeSetNotFound: 404,
  ExpiredToken: 403,
  InsufficientCapabilitiesException: 400,
  InternalFailure: 500,
  InvalidAction: 400,
  InvalidChangeSetStatus: 400,
  InvalidClientTokenId: 403,
  LimitExceededException: 400,
  MissingAuthenticationToken: 403,
  OperationInProgressException: 400,
  ParameterNotFound: 400,
  Throttling: 400,
  TokenAlreadyExistsException: 400,
  UnknownOperationException: 400,
  ValidationError: 400,
} as const;

export type AwsErrorCode = keyof typeof STATUS_OF_CODE;

/** An error in AWS's own words; the server turns it into an ErrorResponse. */
export class AwsError extends Error {
  override readonly name = "AwsError";

  constructor(
    readonly code: AwsErrorCode,
    message: string,
  ) {
    super(message);
  }

  get httpStatus(): number {
    return STATUS_OF_CODE[this.code];
  }
}

/** What the caller is told about any failure. */
export function toAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  if (error instanceof TemplateError) return new AwsError("ValidationError", error.message);
  return new AwsError(
    "InternalFailure",
    `The sandbox failed: ${error instanceof Error ? error.message : error}`,
  );
}

const validation = (message: string) => new AwsError("ValidationError", message);

/** Every text the actions answer with, in one place. */
export const refusals = {
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonErrors.html */
  notSigned: () => new AwsError("MissingAuthenticationToken", "Request is missing Authentication Token"),
  stackMissing: (name: string) => validation(`Stack with id ${name} does not exist`),
  stackMissingForChangeSet: (name: string) => validation(`Stack [${name}] does not exist`),
  stackExists: (name: string) => new AwsError("AlreadyExistsException", `Stack [${name}] already exists`),
  stackExistsForChangeSet: (stack: string, changeSet: string) =>
    validation(
      `Stack [${stack}] already exists and cannot be created again with the changeSet [${changeSet}].`,
    ),
  cannotUpdate: (arn: string, status: string) =>
    validation(`Stack:${arn} is in ${status} state and can not be updated.`),
  cannotDelete: (arn: string, status: string) =>
    validation(`Stack [${arn}] cannot be deleted while in status ${status}`),
  cannotCancel: () => validation("CancelUpdateStack cannot be called from current stack status"),
  retainTooEarly: (arn: string) =>
    validation(
      `Invalid operation on stack [${arn}]. When you delete a stack, specify which resources to retain only when the stack is in the DELETE_FAILED state.`,
    ),
  retainGone: () =>
    validation(
      "The specified resources to retain must be in a valid state. Do not specify resources that are in the DELETE_COMPLETE state.",
    ),
  forceTooEarly: (arn: string, status: string) =>
    validation(
      `Invalid operation on stack [${arn}]. FORCE_DELETE_STACK deletes a stack in DELETE_FAILED state only, and this one is in ${status} state.`,
    ),
  eitherOr: (one: string, other: string) =>
    validation(`Either ${one} or ${other} can be specified, not both.`),
  onlyForCreate: (what: string) => validation(`${what} is only valid when ChangeSetType is CREATE.`),
  cannotContinue: (arn: string, status: string) =>
    validation(`Stack [${arn}] is in ${status} state and its rollback can not be continued.`),
  noUpdates: () => validation("No updates are to be performed."),
  protectedStack: (name: string) =>
    validation(`Stack [${name}] cannot be deleted while TerminationProtection is enabled`),
  exportInUse: (name: string, users: string[]) =>
    validation(`Delete canceled. Cannot delete export ${name} as it is in use by ${users.join(", ")}.`),
  physicalIdMissing: (physicalId: string) => validation(`Stack for ${physicalId} does not exist`),
  stackOrResource: () => validation("Specify either StackName or PhysicalResourceId, and not both of them."),
  oneTemplate: (names: string[]) => validation(`Only one of ${names.join(", ")} may be specified.`),
  exportMissing: (name: string) => validation(`No export named ${name} found`),
  exportNotImported: (name: string) => validation(`Export '${name}' is not imported by any stack.`),
  summaryInReview: () => validation("GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks."),
  resourceMissing: (logicalId: string, stack: string) =>
    validation(`Resource ${logicalId} does not exist for stack ${stack}`),
  detectionMissing: (id: string) => validation(`Drift detection with id ${id} does not exist`),
  detectionRuns: (arn: string) => validation(`Drift detection is already in progress for stack [${arn}]`),
  cannotDetectDrift: (arn: string, status: string) =>
    validation(`Drift detection cannot be performed on stack [${arn}] while in status ${status}`),
  driftNotSupported: (type: string) =>
    validation(`Drift detection is not supported for resource type ${type}`),
  stackSetsNotSimulated: () => validation("DetectStackSetDrift is unsupported: stack sets are not simulated"),
  changeSetMissing: (name: string) => new AwsError("ChangeSetNotFound", `ChangeSet [${name}] does not exist`),
  otherContent: (name: string, attribute: string) =>
    new AwsError(
      "AlreadyExistsException",
      `ChangeSet ${name} cannot be created due to a mismatch with existing attribute ${attribute}`,
    ),
  changeSetExists: (name: string, stackId: string) =>
    new AwsError("AlreadyExistsException", `ChangeSet ${name} already exists for stack ${stackId}`),
  changeSetWithoutStack: () =>
    validation("StackName must be specified if ChangeSetName is not specified as an ARN."),
  changeSetNotExecutable: (arn: string, field: "status" | "execution status", value: string) =>
    new AwsError(
      "InvalidChangeSetStatus",
      `ChangeSet [${arn}] cannot be executed in its current ${field} of [${value}]`,
    ),
  changeSetBusy: (arn: string, status: string) =>
    new AwsError(
      "InvalidChangeSetStatus",
      `ChangeSet [${arn}] cannot be deleted in its current status of [${status}]`,
    ),
  tokenUsed: (token: string) =>
    new AwsError("TokenAlreadyExistsException", `A client request token already exists: ${token}`),
  capabilities: (needed: string[]) =>
    new AwsError("InsufficientCapabilitiesException", `Requires capabilities : [${needed.join(", ")}]`),
  badMember: (field: string, value: string, rule: string) =>
    validation(
      `1 validation error detected: Value '${value.slice(0, 1000)}' at '${field}' failed to satisfy constraint: Member must ${rule}`,
    ),
  bodyTooLong: (body: string) =>
    validation(
      `1 validation error detected: Value '${body.slice(0, 100)}...' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200`,
    ),
  badName: (field: string, value: string, pattern: string) =>
    validation(
      `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern}`,
    ),
  missing: (field: string) =>
    validation(
      `1 validation error detected: Value null at '${field}' failed to satisfy constraint: Member must not be null`,
    ),
  badChoice: (field: string, value: string, choices: readonly string[]) =>
    validation(
      `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: Member must satisfy enum value set: [${choices.join(", ")}]`,
    ),
  parameterInput: (key: string, rule: string) =>
    validation(`Invalid input for parameter key ${key}. ${rule}`),
  parameterTwice: (key: string) => validation(`Parameter key ${key} is specified more than once.`),
  reservedTag: () => validation("aws: prefixed tag key names are not allowed for external use."),
  tagTwice: (key: string) => validation(`Duplicate tag key ${key} found. Tag keys must be unique.`),
  noSnapshot: (type: string) =>
    validation(`Template error: resource type ${type} does not support deletion policy Snapshot`),
  outputNoText: () =>
    validation("Template format error: The Value field of every Outputs member must evaluate to a String."),
  badExport: (output: string) =>
    validation(
      `Template format error: Output ${output} is malformed. The Name field of every Export member must be specified and consist only of alphanumeric characters, colons, or hyphens.`,
    ),
  exportTwice: (name: string) =>
    validation(`Template format error: Export with name ${name} is specified by more than one output.`),
  badPolicy: (field: string, policy: string, logicalId: string) =>
    validation(`Template error: Unrecognized ${field} ${policy} for resource ${logicalId}`),
  notSignalled: (logicalId: string, status: string) =>
    validation(`Resource ${logicalId} is in ${status} state and cannot be signaled`),
  signalExists: (uniqueId: string, logicalId: string) =>
    validation(
      `Signal with ID ${uniqueId} for resource ${logicalId} already exists. Signals may only be updated with a FAILURE status.`,
    ),
  badPageToken: (token: string) => validation(`The NextToken ${token} is not valid`),
  noTemplate: () => validation("Either Template URL or Template Body must be specified."),
  unrecognizedTypes: (types: string[]) =>
    validation(`Template format error: Unrecognized resource types: [${types.join(", ")}]`),
  badAttribute: (attribute: string, logicalId: string) =>
    validation(
      `Template error: resource ${logicalId} does not support attribute type ${attribute} in Fn::GetAtt`,
    ),
  typeChanged: (ids: string[]) =>
    validation(
      `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${ids.join(", ")}]`,
    ),
  noTransform: (name: string) =>
    validation(
      `No transform named ${name} found. The sandbox expands no macros and no SAM: deploy the expanded template.`,
    ),
  inputNotSimulated: (name: string, reason: string) =>
    validation(`${name} is not simulated by the sandbox: ${reason}.`),
  unknownInput: (action: string, name: string) =>
    validation(`The sandbox knows no input ${name} of ${action}. Leave it out.`),
  notSimulated: (what: string) => validation(`${what} is not simulated by the sandbox.`),
  notAuthorized: (arn: string, action: string, resource: string) =>
    new AwsError(
      "AccessDenied",
      `User: ${arn} is not authorized to perform: ${action} on resource: ${resource}`,
    ),
  expiredToken: () => new AwsError("ExpiredToken", "The security token included in the request is expired"),
  invalidToken: () =>
    new AwsError("InvalidClientTokenId", "The security token included in the request is invalid."),
  otherPartition: (arn: string) => validation(`${arn} is invalid`),
  shortSession: (seconds: number, least: number) =>
    validation(
      `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to ${least}`,
    ),
  longSession: () =>
    validation("The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
  throttled: () => new AwsError("Throttling", "Rate exceeded"),
  parameterMissing: (name: string) =>
    new AwsError("ParameterNotFound", `There is no parameter ${name} in the sandbox.`),
  unknownTarget: (target: string) =>
    new AwsError("UnknownOperationException", `The sandbox does not simulate ${target}.`),
  unknownAction: (action: string) =>
    new AwsError("InvalidAction", `Could not find operation ${action} for version 2010-05-15 in the sandbox`),
};

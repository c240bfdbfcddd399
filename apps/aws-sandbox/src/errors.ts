import { TemplateError } from "@greenroom/template";

/** Error codes of the Query protocol with their HTTP status, as AWS answers them. */
const STATUS_OF_CODE = {
  AccessDenied: 403,
  AlreadyExistsException: 400,
  ChangeSetNotFound: 404,
  InsufficientCapabilitiesException: 400,
  InternalFailure: 500,
  InvalidAction: 400,
  InvalidChangeSetStatus: 400,
  LimitExceededException: 400,
  MissingAuthenticationToken: 403,
  OperationInProgressException: 400,
  Throttling: 400,
  TokenAlreadyExistsException: 400,
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
  noUpdates: () => validation("No updates are to be performed."),
  protectedStack: (name: string) =>
    validation(`Stack [${name}] cannot be deleted while TerminationProtection is enabled`),
  exportInUse: (name: string, users: string[]) =>
    validation(`Delete canceled. Cannot delete export ${name} as it is in use by ${users.join(", ")}.`),
  exportMissing: (name: string) => validation(`No export named ${name} found`),
  exportNotImported: (name: string) => validation(`Export '${name}' is not imported by any stack.`),
  summaryInReview: () => validation("GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks."),
  templateInReview: (name: string) =>
    validation(`Stack ${name} is in REVIEW_IN_PROGRESS and has no template yet`),
  resourceMissing: (logicalId: string, stack: string) =>
    validation(`Resource ${logicalId} does not exist for stack ${stack}`),
  changeSetMissing: (name: string) => new AwsError("ChangeSetNotFound", `ChangeSet [${name}] does not exist`),
  changeSetExists: (name: string, stackId: string) =>
    new AwsError("AlreadyExistsException", `ChangeSet ${name} already exists for stack ${stackId}`),
  changeSetNotExecutable: (arn: string, executionStatus: string) =>
    new AwsError(
      "InvalidChangeSetStatus",
      `ChangeSet [${arn}] cannot be executed in its current execution status of [${executionStatus}]`,
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
  badPageToken: (token: string) => validation(`The NextToken ${token} is not valid`),
  noTemplate: () => validation("Either Template URL or Template Body must be specified."),
  templateUrl: () =>
    validation(
      "TemplateURL is not simulated: there is no S3 in the sandbox. Send the template as TemplateBody.",
    ),
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
  notSimulated: (what: string) => validation(`${what} is not simulated by the sandbox.`),
  throttled: () => new AwsError("Throttling", "Rate exceeded"),
  unknownAction: (action: string) =>
    new AwsError("InvalidAction", `Could not find operation ${action} for version 2010-05-15 in the sandbox`),
};

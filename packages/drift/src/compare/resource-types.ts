import { isEmpty } from "./equal-values";
import { matchesAny } from "./paths";
import type { Difference, Path } from "./types";

/** Declared, and not among what AWS returns, although its schema does not say so. */
const NEVER_RETURNED: Readonly<Record<string, readonly string[]>> = {
  // The read handler tells the encryption of each replica only: seen in read-backs of deployed tables.
  "AWS::DynamoDB::GlobalTable": ["SSESpecification"],
};

/** Lists to which AWS adds entries of its own. */
const FILLED_IN_BY_AWS: Readonly<Record<string, readonly string[]>> = {
  // The machine image brings its own root volume:
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-device-mapping-concepts.html
  "AWS::EC2::Instance": ["Volumes", "BlockDeviceMappings"],
};

/**
 * Properties that AWS leaves empty unless a person sets them, and that change who may do what: set although
 * no template declares them, they are a difference. Each is documented as optional and without a default.
 */
const ADDED_BY_PEOPLE: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
  "AWS::IAM::Role": ["PermissionsBoundary", "ManagedPolicyArns"],
  "AWS::IAM::User": ["PermissionsBoundary", "ManagedPolicyArns", "Groups"],
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket.html
  "AWS::S3::Bucket": ["ReplicationConfiguration", "WebsiteConfiguration"],
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
  "AWS::Lambda::Function": ["Layers"],
};

/** Maps with keys of anybody's choice, by the name of the property that holds one. */
const FREE_FORM = new Set(["Variables", "Labels"]);

export const isNeverReturned = (resourceType: string, path: Path): boolean =>
  matchesAny(path, NEVER_RETURNED[resourceType]);

export const isFilledInByAws = (resourceType: string, path: Path): boolean =>
  matchesAny(path, FILLED_IN_BY_AWS[resourceType]);

export const isFreeForm = (path: Path): boolean => FREE_FORM.has(path.at(-1) ?? "");

/** What a person has set that the template does not mention. */
export function findAdded(
  resourceType: string,
  declared: Readonly<Record<string, unknown>>,
  live: Readonly<Record<string, unknown>>,
): Difference[] {
  return (ADDED_BY_PEOPLE[resourceType] ?? [])
    .filter((name) => !(name in declared) && !isEmpty(live[name]))
    .map((path) => ({ path, actual: live[path] }));
}

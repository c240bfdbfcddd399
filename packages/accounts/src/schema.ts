import { z } from "zod";

const MAX_REGIONS = 40;

/** What everybody sees of an account who may ask for an environment in it. */
export const accountViewSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  name: z.string(),
  regions: z.array(z.string()),
});

/** "aws-cn" of "cn-north-1": AWS's partitions share nothing, accounts neither. */
function partitionOfRegion(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** Partition and account of a role's ARN; null for what is none (IAM identifiers, IAM user guide). */
export function readRoleArn(arn: string): { partition: string; accountId: string } | null {
  const [, partition, accountId] =
    /^arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}):role\/(?:[\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/.exec(arn) ??
    [];
  return partition && accountId ? { partition, accountId } : null;
}

const nameSchema = z.string().trim().min(1, "account.name").max(80, "account.name");
const regionsSchema = z
  .array(
    z
      .string()
      .max(30)
      .regex(/^[a-z]{2}(-gov)?-[a-z]+-\d{1,2}$/, "account.region"),
  )
  .min(1, "account.noRegion")
  .max(MAX_REGIONS, "account.tooManyRegions")
  .transform((regions) => [...new Set(regions)])
  .refine((regions) => new Set(regions.map(partitionOfRegion)).size === 1, "account.partitions");
/** Null: the worker's own credentials are of the account. */
const roleArnSchema = z
  .string()
  .trim()
  .max(2048, "account.roleArn")
  .refine((arn) => readRoleArn(arn) !== null, "account.roleArn")
  .nullable();

/** https and a host, perhaps a path: nothing that could bend a link which begins with it. */
function isGrafanaUrl(text: string): boolean {
  return /^https:\/\/[^\s?#@\\]+$/.test(text) && URL.canParse(text);
}

/** Without a slash at its end. Null: no Grafana shows the environments of the account. */
const grafanaUrlSchema = z
  .string()
  .trim()
  .max(300, "account.grafanaUrl")
  .refine(isGrafanaUrl, { error: "account.grafanaUrl", abort: true })
  .transform((text) => new URL(text).href.replace(/\/+$/, ""))
  .nullable();

const settingsSchema = {
  name: nameSchema,
  regions: regionsSchema,
  roleArn: roleArnSchema,
  grafanaUrl: grafanaUrlSchema,
};

/** A role lets into its own account, and its partition is that of the regions. */
function refineRole(
  { accountId, regions, roleArn }: { accountId: string; regions: string[]; roleArn: string | null },
  context: z.RefinementCtx,
): void {
  const role = roleArn === null ? null : readRoleArn(roleArn);
  if (!role) return;
  const issue = (message: string) => context.addIssue({ code: "custom", message, path: ["roleArn"] });
  if (role.accountId !== accountId) issue("account.roleOfAnother");
  else if (role.partition !== partitionOfRegion(regions[0] ?? "")) issue("account.rolePartition");
}

/**
 * The number is told again with each change, so that it is compared with the role's; it cannot be changed.
 */
export const addAccountInputSchema = z
  .strictObject({
    accountId: z
      .string()
      .trim()
      .max(12, "account.number")
      .regex(/^\d{12}$/, "account.number"),
    ...settingsSchema,
  })
  .superRefine(refineRole);
export type AddAccountInput = z.infer<typeof addAccountInputSchema>;

export const changeAccountInputSchema = z
  .strictObject({
    id: z.string().max(64),
    /** Of the account that the form was opened on. */
    version: z.number().int().min(1).max(1_000_000_000),
    accountId: z
      .string()
      .max(12, "account.number")
      .regex(/^\d{12}$/, "account.number"),
    ...settingsSchema,
  })
  .superRefine(refineRole);
export type ChangeAccountInput = z.infer<typeof changeAccountInputSchema>;

export const testAccountInputSchema = z.strictObject({ id: z.string().max(64) });
export type TestAccountInput = z.infer<typeof testAccountInputSchema>;

const CALL_OUTCOMES = ["OK", "REFUSED", "AWAY"] as const;
const CALL_REMEDIES = [
  "TRUST",
  "OTHER_ACCOUNT",
  "OWN_KEYS",
  "POLICY",
  "PASS_ROLE",
  "REGION",
  "LATER",
] as const;

/** One call of a test, as the worker wrote it down. */
export const accountCallSchema = z.object({
  call: z.string(),
  region: z.string(),
  outcome: z.enum(CALL_OUTCOMES),
  /** AWS's own words; null when it let the call in. */
  says: z.string().nullable(),
  remedy: z.enum(CALL_REMEDIES).nullable(),
});
export type AccountCall = z.infer<typeof accountCallSchema>;

const accountTestSchema = z.object({
  askedAt: z.date(),
  /** Null while no worker has taken it. */
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  /** Who the worker is, to be named in the role's trust; null when it does not know itself. */
  workerArn: z.string().nullable(),
  calls: z.array(accountCallSchema),
});
export type AccountTestView = z.infer<typeof accountTestSchema>;

/** An account to choose for an environment. */
export const accountChoiceSchema = accountViewSchema.extend({
  /** Whether its newest test went through; null while there is no answer. */
  testPassed: z.boolean().nullable(),
});
export type AccountChoice = z.infer<typeof accountChoiceSchema>;

/** An account as those see it who keep it. */
export const managedAccountSchema = accountViewSchema.extend({
  roleArn: z.string().nullable(),
  grafanaUrl: z.string().nullable(),
  externalId: z.string(),
  version: z.number().int(),
  /** Living environments in it. */
  environmentCount: z.number().int(),
  /** The newest test of the way in as it is now; null when there was none. */
  test: accountTestSchema.nullable(),
});
export type ManagedAccount = z.infer<typeof managedAccountSchema>;

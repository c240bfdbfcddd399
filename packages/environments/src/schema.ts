import { accountViewSchema } from "@greenroom/accounts/schema";
import { personViewSchema, teamViewSchema } from "@greenroom/identity/schema";
import { z } from "zod";
import { ENVIRONMENT_ACTIONS, ENVIRONMENT_STATUSES } from "./lifecycle";

export const STAGES = ["dev", "staging", "prod"] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Lower-case letters, digits and hyphens, 3 to 24: it becomes part of stack and table names, which AWS
 * limits.
 */
export const environmentNameSchema = z
  .string()
  .trim()
  .min(1, { error: "name.empty", abort: true })
  .regex(/^[a-z][a-z0-9-]*[a-z0-9]$/, "name.pattern")
  .min(3, "name.short")
  .max(24, "name.long")
  .refine((name) => !name.includes("--"), "name.pattern");

/** A row of the list. Money is a decimal string in US dollars a month. */
const environmentRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(ENVIRONMENT_STATUSES),
  version: z.number().int(),
  team: teamViewSchema,
  owner: personViewSchema,
  region: z.string(),
  stage: z.enum(STAGES),
  blueprint: z.string(),
  /** Null while nothing stands, and once it is gone. */
  monthlyCostUsd: z.string().nullable(),
  /** It costs this at most: a run is making it so, or failed half way. */
  isCostAtMost: z.boolean(),
  /** Something of it has no known price, so that it costs this or more. */
  isCostAtLeast: z.boolean(),
  /** Whether it was ever ready. */
  isBuilt: z.boolean(),
  expiresAt: z.date().nullable(),
  createdAt: z.date(),
});
export type EnvironmentRow = z.infer<typeof environmentRowSchema>;

/** What a link leads to: pages of the AWS console, and web addresses among the outputs. */
const LINK_KINDS = ["STACK", "CLUSTER", "CACHE", "TABLE", "LOGS", "GRAFANA", "HEALTH", "OUTPUT"] as const;

const linkSchema = z.object({
  kind: z.enum(LINK_KINDS),
  label: z.string(),
  url: z.string(),
});

/** The Grafana dashboard that shows a stack. */
export const dashboardLinkSchema = z.object({
  stack: z.string(),
  title: z.object({ en: z.string(), ko: z.string() }),
  /** Null while nobody said where the account's Grafana is. */
  url: z.string().nullable(),
});
export type DashboardLink = z.infer<typeof dashboardLinkSchema>;

export const environmentViewSchema = environmentRowSchema.extend({
  blueprintVersion: z.string(),
  account: accountViewSchema,
  spec: z.record(z.string(), z.unknown()),
  cidrs: z.array(z.string()),
  readyAt: z.date().nullable(),
  destroyedAt: z.date().nullable(),
  stacks: z.array(
    z.object({
      key: z.string(),
      stackName: z.string(),
      stackId: z.string().nullable(),
      region: z.string(),
      resourceCount: z.number().int(),
      outputs: z.record(z.string(), z.string()),
      deployedAt: z.date().nullable(),
      /** The stack's page in the AWS console; null before it is deployed. */
      consoleUrl: z.string().nullable(),
    }),
  ),
  links: z.array(linkSchema),
  dashboards: z.array(dashboardLinkSchema),
  allowedActions: z.array(z.enum(ENVIRONMENT_ACTIONS)),
});
export type EnvironmentView = z.infer<typeof environmentViewSchema>;

const localTextSchema = z.object({ en: z.string(), ko: z.string() });
/** Something to do by hand after the deployment, with the files and commands that it takes. */
export const remainingStepSchema = z.object({
  key: z.string(),
  title: localTextSchema,
  why: localTextSchema,
  commands: z.array(z.string()),
  files: z.array(z.object({ name: z.string(), content: z.string() })),
});
export type RemainingStep = z.infer<typeof remainingStepSchema>;

export const listEnvironmentsInputSchema = z.strictObject({
  /** Part of the name. */
  search: z.string().trim().max(60).optional(),
  statuses: z.array(z.enum(ENVIRONMENT_STATUSES)).max(ENVIRONMENT_STATUSES.length).optional(),
  teamId: z.string().max(64).optional(),
  stage: z.enum(STAGES).optional(),
  ownerId: z.string().max(64).optional(),
  /** Include DESTROYED ones (left out unless asked for, or named in `statuses`). */
  includeDestroyed: z.boolean().default(false),
  cursor: z.string().max(200).nullish(),
  /** Sent along by pages that read on; lists go one way only. */
  direction: z.literal("forward").optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export type ListEnvironmentsInput = z.infer<typeof listEnvironmentsInputSchema>;
export const environmentPageSchema = z.object({
  items: z.array(environmentRowSchema),
  nextCursor: z.string().nullable(),
});

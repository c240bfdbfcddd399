import {
  CostExplorerClient,
  GetCostAndUsageCommand,
  type GetCostAndUsageCommandOutput,
} from "@aws-sdk/client-cost-explorer";
import { AppError } from "@greenroom/errors";
import { partitionOf } from "@greenroom/template";
import { z } from "zod";
import { type AccountSessions, createAccountSessions } from "../account-access";
import { mapError } from "../cloudformation/map-error";
import { readReply } from "../cloudformation/replies";
import type { TestedAccount } from "../contract";

/** Every stack carries it; it must be activated as a cost allocation tag by the account that pays. */
const TAG = "greenroom:environment";
/**
 * Cost Explorer has one endpoint in each partition, and it is there (AWS General Reference, "AWS Billing and
 * Cost Management endpoints").
 */
const REGIONS: Readonly<Record<string, string>> = { aws: "us-east-1", "aws-cn": "cn-northwest-1" };
const OPERATION = "GetCostAndUsage";
/**
 * Discounts of a savings plan and the like as they were billed to each account, not averaged over the
 * organization.
 */
const METRIC = "UnblendedCost";
const MAX_ATTEMPTS = 5;
const CONNECTION_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 30_000;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface DailyBill {
  costs: {
    /** YYYY-MM-DD (UTC). */
    day: string;
    environmentName: string;
    /** As AWS names it: "Amazon DynamoDB". */
    service: string;
    /** A decimal number, as AWS wrote it. */
    usd: string;
  }[];
  /** Days whose figures AWS may still change. */
  estimatedDays: string[];
}

export interface CostExplorerOptions {
  /** Default: AWS's own. */
  endpoint?: string;
  /** Ways into the accounts. Default: by the worker's own credentials, as the SDK finds them. */
  sessions?: Pick<AccountSessions, "keysFor" | "close">;
}

const pageSchema = z.object({
  NextPageToken: z.string().optional(),
  ResultsByTime: z.array(
    z.object({
      TimePeriod: z.object({ Start: z.iso.date() }),
      Estimated: z.boolean().default(false),
      Groups: z
        .array(
          z.object({
            Keys: z.tuple([z.string(), z.string()]),
            Metrics: z.object({ [METRIC]: z.object({ Amount: z.string(), Unit: z.string() }) }),
          }),
        )
        .default([]),
    }),
  ),
});
type Page = z.infer<typeof pageSchema>;

/**
 * AWS Cost Explorer: what the environments of an account cost by day, tag and service. The account itself is
 * asked, with credentials that were proved to be its own: another's bill, or an empty one, would be taken for
 * it. Each page that is asked for costs $0.01.
 */
export function createCostExplorer(options: CostExplorerOptions = {}) {
  const { endpoint, sessions = createAccountSessions({ ownKeys: "chain" }) } = options;

  function clientFor({ accountId, regions, roleArn, externalId }: TestedAccount): CostExplorerClient {
    const partition = partitionOf(regions[0] ?? "");
    const region = REGIONS[partition];
    if (!region) throw noBill(accountId, partition);
    return new CostExplorerClient({
      region,
      endpoint,
      credentials: sessions.keysFor({ accountId, region, access: { roleArn, externalId } }),
      retryMode: "standard",
      maxAttempts: MAX_ATTEMPTS,
      requestHandler: {
        connectionTimeout: CONNECTION_TIMEOUT_MS,
        requestTimeout: REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
      },
    });
  }

  async function readBill(
    client: CostExplorerClient,
    range: { firstDay: string; lastDay: string },
  ): Promise<DailyBill> {
    const bill: DailyBill = { costs: [], estimatedDays: [] };
    const estimated = new Set<string>();
    let token: string | undefined;
    do {
      const page = await getPage(client, range, token);
      for (const result of page.ResultsByTime) {
        if (result.Estimated) estimated.add(result.TimePeriod.Start);
        bill.costs.push(...costsOf(result));
      }
      token = page.NextPageToken;
    } while (token);
    return { ...bill, estimatedDays: [...estimated].sort() };
  }

  return {
    /**
     * Both days included; what carries no tag is left out.
     * @throws AppError CLOUD_UNAVAILABLE when a later try may do, CLOUD_REFUSED otherwise
     */
    async listDailyCosts(
      account: TestedAccount,
      range: { firstDay: string; lastDay: string },
    ): Promise<DailyBill> {
      const client = clientFor(account);
      try {
        return await readBill(client, range);
      } finally {
        client.destroy();
      }
    },
    close: () => sessions.close(),
  };
}

async function getPage(
  client: CostExplorerClient,
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
  token: string | undefined,
): Promise<Page> {
  // Its end is the first day that is left out.
  const end = new Date(Date.parse(lastDay) + DAY_MS).toISOString().slice(0, 10);
  let reply: GetCostAndUsageCommandOutput;
  try {
    reply = await client.send(
      new GetCostAndUsageCommand({
        TimePeriod: { Start: firstDay, End: end },
        Granularity: "DAILY",
        Metrics: [METRIC],
        Filter: { Not: { Tags: { Key: TAG, MatchOptions: ["ABSENT"] } } },
        GroupBy: [
          { Type: "TAG", Key: TAG },
          { Type: "DIMENSION", Key: "SERVICE" },
        ],
        NextPageToken: token,
      }),
    );
  } catch (error) {
    throw mapError(named(error), OPERATION);
  }
  return readReply(pageSchema, reply, OPERATION);
}

/** Cost Explorer's own words for "too fast" and "not now". */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  LimitExceededException: "ThrottlingException",
  DataUnavailableException: "ServiceUnavailableException",
};

function named(error: unknown): unknown {
  const name = error instanceof Error ? OTHER_NAMES[error.name] : undefined;
  return name && error instanceof Error ? Object.assign(new Error(error.message), { name }) : error;
}

function costsOf({ TimePeriod, Groups }: Page["ResultsByTime"][number]): DailyBill["costs"] {
  return Groups.flatMap(({ Keys: [tag, service], Metrics: { [METRIC]: cost } }) => {
    // "greenroom:environment$spring-sale"; nothing after the dollar is what carries no tag.
    const environmentName = tag.slice(tag.indexOf("$") + 1);
    if (!tag.startsWith(`${TAG}$`) || environmentName === "") return [];
    if (cost.Unit !== "USD") throw otherCurrency(cost.Unit);
    return [{ day: TimePeriod.Start, environmentName, service, usd: cost.Amount }];
  });
}

function noBill(accountId: string, partition: string): AppError {
  return new AppError("cloud.noCostExplorer", { accountId, partition });
}

function otherCurrency(currency: string): AppError {
  return new AppError("cloud.otherCurrency", { currency });
}

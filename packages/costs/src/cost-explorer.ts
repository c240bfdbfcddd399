/** What AWS billed an environment for a service on a day. */
export interface BilledCost {
  /** YYYY-MM-DD (UTC). */
  day: string;
  /** The value of the tag greenroom:environment. */
  environmentName: string;
  /** As AWS names it: "Amazon DynamoDB", "EC2 - Other". */
  service: string;
  /** A decimal number; below zero for a credit. */
  usd: string;
}

/** The account whose bill is asked for, and the way into it. */
export interface BilledAccount {
  accountId: string;
  regions: readonly string[];
  roleArn: string | null;
  externalId: string;
}

/** AWS Cost Explorer, as the import needs it; the worker hands in the real one. */
export interface CostExplorer {
  /**
   * Unblended costs by day, both days included, of everything in the account that carries the tag; what
   * carries none is left out. The account itself is asked, so that another's bill is never taken for it.
   * `estimatedDays`: those that AWS has not closed yet.
   * @throws AppError CLOUD_UNAVAILABLE when a later try may do, CLOUD_REFUSED otherwise
   */
  listDailyCosts(
    account: BilledAccount,
    range: { firstDay: string; lastDay: string },
  ): Promise<{ costs: BilledCost[]; estimatedDays: string[] }>;
}

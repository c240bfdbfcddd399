import {
  DescribeSpotPriceHistoryCommand,
  type DescribeSpotPriceHistoryCommandInput,
  EC2Client,
  type SpotPrice as SdkSpotPrice,
} from "@aws-sdk/client-ec2";
import { mapError } from "../cloudformation/map-error";
import type { PriceListOptions } from "./create-price-list";

const MAX_ATTEMPTS = 8;

/** A spot price of an instance type in a zone; it holds until the next one. */
export interface SpotPrice {
  instanceType: string;
  zone: string;
  /** When it began to hold; the first one began before the period that was asked for. */
  from: Date;
  /** US dollars an hour, decimal text. */
  usd: string;
}

export interface SpotPrices {
  /**
   * Linux prices of instance types in every zone of a region that held between two moments.
   * @throws AppError CLOUD_UNAVAILABLE when a later try may do, CLOUD_REFUSED otherwise (`awsCodeOf`)
   */
  list(query: {
    region: string;
    instanceTypes: readonly string[];
    since: Date;
    until: Date;
  }): Promise<SpotPrice[]>;
  close(): void;
}

/**
 * Spot prices over the real SDK; they are not in the Price List. Needs the permission
 * ec2:DescribeSpotPriceHistory.
 */
export function createSpotPrices({ endpoint, credentials }: PriceListOptions = {}): SpotPrices {
  const clients = new Map<string, EC2Client>();
  function clientOf(region: string): EC2Client {
    const known = clients.get(region);
    if (known) return known;
    const client = new EC2Client({
      region,
      endpoint,
      credentials,
      retryMode: "standard",
      maxAttempts: MAX_ATTEMPTS,
    });
    clients.set(region, client);
    return client;
  }

  return {
    async list({ region, instanceTypes, since, until }) {
      const history: SdkSpotPrice[] = [];
      let token: string | undefined;
      try {
        do {
          const page = await clientOf(region).send(
            new DescribeSpotPriceHistoryCommand({
              // The SDK's list of types is older than AWS's.
              InstanceTypes: [...instanceTypes] as DescribeSpotPriceHistoryCommandInput["InstanceTypes"],
              ProductDescriptions: ["Linux/UNIX"],
              StartTime: since,
              EndTime: until,
              ...(token && { NextToken: token }),
            }),
          );
          history.push(...(page.SpotPriceHistory ?? []));
          token = page.NextToken || undefined;
        } while (token);
      } catch (error) {
        throw mapError(error, "DescribeSpotPriceHistory");
      }
      return history.flatMap(({ InstanceType: type, AvailabilityZone, SpotPrice, Timestamp }) =>
        type && AvailabilityZone && SpotPrice && Timestamp
          ? [{ instanceType: type, zone: AvailabilityZone, from: Timestamp, usd: SpotPrice }]
          : [],
      );
    },
    close: () => {
      for (const client of clients.values()) client.destroy();
      clients.clear();
    },
  };
}

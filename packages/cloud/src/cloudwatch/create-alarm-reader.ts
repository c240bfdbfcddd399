import { CloudWatchClient, DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { AppError } from "@greenroom/errors";
import { z } from "zod";
import { createAccountSessions } from "../account-access";
import type { Alarm, AlarmReader } from "../alarm-contract";
import { mapError } from "../cloudformation/map-error";
import type { CloudStacksOptions } from "../cloudformation/options";
import { createRateLimiter, UNLIMITED } from "../cloudformation/rate-limiter";
import { readReply } from "../cloudformation/replies";
import type { AccountPlace } from "../contract";

const OPERATION = "DescribeAlarms";
/** Names of one call: CloudWatch API reference, DescribeAlarms. */
const MAX_NAMES = 100;
/** AWS lets nine a second through in each account and region (CloudWatch service quotas); others ask too. */
const CALLS_PER_SECOND = 5;
const PATIENCE = {
  retryMode: "standard",
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
} as const;

const alarmReply = z.object({
  AlarmName: z.string(),
  StateValue: z.enum(["OK", "ALARM", "INSUFFICIENT_DATA"]),
  StateReason: z.string().default(""),
  StateTransitionedTimestamp: z.date().optional(),
  StateUpdatedTimestamp: z.date(),
  AlarmActions: z.array(z.string()).default([]),
});
const pageReply = z.object({ MetricAlarms: z.array(alarmReply).default([]) });

/**
 * CloudWatch over the AWS SDK, the same code for the real one and the sandbox. Signs only with keys proved to
 * be of the account.
 */
export function createAlarmReader({
  mode,
  endpoint,
  ownKeys,
  now,
}: Omit<CloudStacksOptions, "executionRoleArn">): AlarmReader & { close(): void } {
  if (mode !== "aws" && !endpoint) throw new AppError("cloud.noEndpoint", { mode });
  const at = mode === "aws" ? undefined : endpoint;
  const sessions = createAccountSessions({
    endpoint: at,
    ownKeys: ownKeys ?? (mode === "aws" ? "chain" : "made-up"),
    now,
  });
  const limiter =
    mode === "aws" ? createRateLimiter({ perSecond: CALLS_PER_SECOND, burst: CALLS_PER_SECOND }) : UNLIMITED;
  const clients = new Map<string, CloudWatchClient>();

  function clientFor(place: AccountPlace): CloudWatchClient {
    const { accountId, region, access } = place;
    const key = JSON.stringify([accountId, access.roleArn, access.externalId, region]);
    const client =
      clients.get(key) ??
      new CloudWatchClient({ region, endpoint: at, credentials: sessions.keysFor(place), ...PATIENCE });
    clients.set(key, client);
    return client;
  }

  return {
    async findAlarms(place, names) {
      const alarms: Alarm[] = [];
      try {
        for (let start = 0; start < names.length; start += MAX_NAMES) {
          const AlarmNames = names.slice(start, start + MAX_NAMES);
          await limiter.take(`${place.accountId}/${place.region}`);
          const reply = await clientFor(place).send(
            new DescribeAlarmsCommand({ AlarmNames, MaxRecords: MAX_NAMES }),
          );
          alarms.push(...readReply(pageReply, reply, OPERATION).MetricAlarms.map(toAlarm));
        }
        return alarms;
      } catch (error) {
        throw mapError(error, OPERATION);
      }
    },
    close() {
      for (const client of clients.values()) client.destroy();
      clients.clear();
      sessions.close();
    },
  };
}

const toAlarm = (reply: z.infer<typeof alarmReply>): Alarm => ({
  name: reply.AlarmName,
  state: reply.StateValue,
  reason: reply.StateReason,
  since: reply.StateTransitionedTimestamp ?? reply.StateUpdatedTimestamp,
  actions: reply.AlarmActions,
});

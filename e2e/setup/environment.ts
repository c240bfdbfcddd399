import { randomUUID } from "node:crypto";
import { PortalApi } from "./portal-api";

const portalUrl = (): string => {
  const url = process.env.E2E_PORTAL_URL;
  if (!url) throw new Error("E2E_PORTAL_URL is not set: the stack was not started.");
  return url;
};

let count = 0;
let networks = 0;
/** A worker is replaced by one with the next index when a journey fails: more than all journeys take. */
const NETWORKS_OF_A_WORKER = 40;
/** A name nobody else uses: short, lower-case, different in each worker. */
export const freshName = (prefix: string): string =>
  `${prefix}-${process.pid.toString(36)}${(count++).toString(36)}`;

/**
 * A network of its own for every environment of every worker, so that journeys beside each other never
 * overlap.
 */
export const freshCidr = (): string =>
  `10.${((Number(process.env.TEST_WORKER_INDEX ?? 0) * NETWORKS_OF_A_WORKER + networks++) % 250) + 1}.0.0/16`;

/** The development preset with another network. */
const smallSpec = (cidr: string) => ({
  network: { cidr, zones: 2, nat: "single", flowLogs: true, flowLogRetentionDays: 7 },
  data: { pointInTimeRecovery: false, recoveryDays: 7, deletionProtection: false },
  events: { archiveDays: 7, logRetentionDays: 7, maxReceiveCount: 3, queueRetentionDays: 4 },
  traffic: { requestsPerSecond: 1, hoursPerDay: 8, natGbPerMonth: 5, storageGb: 1 },
});

export const signInOverHttp = (subject: string): Promise<PortalApi> => PortalApi.signIn(portalUrl(), subject);

interface Waitable {
  status: string;
}

/** Asks every 100 ms until the answer has one of the statuses; fails after 120 s with what it saw last. */
export async function untilStatus<Answer extends Waitable>(
  ask: () => Promise<Answer>,
  ...statuses: string[]
): Promise<Answer> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const answer = await ask();
    if (statuses.includes(answer.status)) return answer;
    if (Date.now() > deadline)
      throw new Error(
        `Still ${answer.status}, not ${statuses.join(" or ")}: ${JSON.stringify(answer).slice(0, 2000)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

interface RequestAnswer extends Waitable {
  id: string;
  number: number;
  digest: string;
  environmentId: string | null;
  runId: string | null;
}
interface FormContext {
  teams: { id: string; name: string }[];
  accounts: { id: string; name: string }[];
}

/** Submits a request for a small environment as this person and waits until it is planned. */
export async function requestPlanned(requester: PortalApi, name: string): Promise<RequestAnswer> {
  const context = await requester.query<FormContext>("requests.formContext", { blueprint: "ticketing" });
  // Another journey adds accounts of its own.
  const account = context.accounts.find(({ name }) => name === "ticketing-dev");
  const team = context.teams[0];
  if (!account || !team) throw new Error("The seed has no account or team for this person.");
  const { id } = await requester.mutate<{ id: string }>("requests.submit", {
    kind: "CREATE",
    idempotencyKey: randomUUID(),
    name,
    teamId: team.id,
    stage: "dev",
    cloudAccountId: account.id,
    region: "ap-northeast-2",
    blueprint: "ticketing",
    spec: smallSpec(freshCidr()),
    lifetimeDays: 7,
    reason: "An end-to-end journey needs it.",
  });
  return untilStatus(
    () => requester.query<RequestAnswer>("requests.get", { requestId: id }),
    "PENDING_APPROVAL",
  );
}

/** Approves what was planned; gives back the run it set off. */
export async function approve(approver: PortalApi, request: RequestAnswer): Promise<string> {
  const { runId } = await approver.mutate<{ runId: string }>("requests.approve", {
    requestId: request.id,
    digest: request.digest,
    note: "Set-up",
  });
  return runId;
}

export interface ReadyEnvironment {
  environmentId: string;
  requestId: string;
  runId: string;
}

/** A ready environment of the team Box Office, requested by Rina and approved by Marco. */
export async function readyEnvironment(name: string): Promise<ReadyEnvironment> {
  const [rina, marco] = await Promise.all([signInOverHttp("rina"), signInOverHttp("marco")]);
  const request = await requestPlanned(rina, name);
  const runId = await approve(marco, request);
  await untilStatus(() => rina.query<Waitable>("runs.get", { runId }), "SUCCEEDED");
  const { environmentId } = await rina.query<RequestAnswer>("requests.get", { requestId: request.id });
  if (!environmentId) throw new Error(`Request ${request.number} was approved without an environment.`);
  return { environmentId, requestId: request.id, runId };
}

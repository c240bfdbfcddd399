import type { ErrorKey } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Claim } from "@greenroom/infra-templates/catalog";
import { type Message, message } from "@greenroom/messages";
import { type Database, Prisma, type Transaction } from "@greenroom/prisma";
import { OPEN_REQUEST_STATUSES } from "../lifecycle";
import { type Problem, problem } from "../problems";

/**
 * What is asked for, and by whom: where, for which environment if there is one, and in which request if there
 * is one.
 */
export interface Claimant {
  claims: readonly Claim[];
  cloudAccountId: string;
  region: string;
  environmentId: string | null;
  requestId?: string;
}

type Holder = Pick<Claimant, "cloudAccountId" | "region"> & {
  name: string;
  teamId: string;
  spec: Record<string, Record<string, unknown> | undefined>;
};

/**
 * What is claimed by a spec that is asked for and already belongs to another existing environment, or is
 * asked for in an open request.
 * @param actor names of other teams' environments are kept from them; null (Greenroom itself) is told
 * everything
 */
export async function findClaimProblems(
  db: Database | Transaction,
  actor: Actor | null,
  claimant: Claimant,
): Promise<Problem[]> {
  if (claimant.claims.length === 0) return [];
  const holders = await listHolders(db, claimant);
  return claimant.claims.flatMap((claim) => {
    const holder = holders.find((one) => isHeldBy(claim, claimant, one));
    if (!holder) return [];
    const { kind, value, path } = claim;
    const field = `spec.${path}`;
    return actor === null || may(actor, "environment.view", { teamId: holder.teamId })
      ? [problem(field, heldBy(claim, holder))]
      : [problem(field, message(`${kind}ClaimedHidden`, { value }))];
  });
}

function isHeldBy({ scope, rivals }: Claim, { cloudAccountId, region }: Claimant, holder: Holder): boolean {
  const isNear =
    scope === "everywhere" || (holder.cloudAccountId === cloudAccountId && holder.region === region);
  return isNear && rivals.some((part) => contains(holder.spec, part));
}

const contains = (spec: Holder["spec"], part: Claim["rivals"][number]): boolean =>
  Object.entries(part).every(([section, settings]) =>
    Object.entries(settings).every(([name, value]) => spec[section]?.[name] === value),
  );

/** Only of a domain the holder may have another value than the one asked for, such as a name below it. */
const heldBy = (claim: Claim, holder: Holder): Message<ErrorKey> =>
  claim.kind === "domain"
    ? message("domainClaimed", { value: claim.value, name: holder.name, held: heldValue(claim, holder) })
    : message(`${claim.kind}Claimed`, { value: claim.value, name: holder.name });

/** What the holder has in the same place, which may be another value than the one asked for. */
function heldValue({ path, value }: Claim, { spec }: Holder): string {
  const [section = "", name = ""] = path.split(".");
  const held = spec[section]?.[name];
  return typeof held === "string" ? held : value;
}

/**
 * Environments and requests, of all accounts, with a spec that has a part of the claims' rivals. A change
 * that was approved counts until it has come to be: the environment's own spec is the one before.
 */
function listHolders(
  db: Database | Transaction,
  { claims, environmentId, requestId }: Claimant,
): Promise<Holder[]> {
  const parts = claims.flatMap(({ rivals }) => rivals.map((part) => JSON.stringify(part)));
  const isRival = Prisma.sql`"spec" @> ANY (${parts}::jsonb[])`;
  const open = OPEN_REQUEST_STATUSES.map((status) => Prisma.sql`${status}::"RequestStatus"`);
  return db.$queryRaw<Holder[]>`
    SELECT "name", "teamId", "cloudAccountId", "region", "spec" FROM "Environment"
    WHERE "status" <> 'DESTROYED' AND "id" IS DISTINCT FROM ${environmentId} AND ${isRival}
    UNION ALL
    SELECT "environmentName", "teamId", "cloudAccountId", "region", "spec" FROM "Request" asked
    WHERE "kind" <> 'DESTROY' AND "id" IS DISTINCT FROM ${requestId ?? null}
      AND ("environmentId" IS NULL OR "environmentId" IS DISTINCT FROM ${environmentId})
      AND ("status" IN (${Prisma.join(open)}) OR "status" = 'APPROVED' AND "kind" = 'CHANGE'
        AND EXISTS (SELECT FROM "Environment" WHERE "id" = asked."environmentId" AND "status" IN ('UPDATING', 'FAILED'))
        AND NOT EXISTS (SELECT FROM "Request" later WHERE later."environmentId" = asked."environmentId"
          AND later."status" = 'APPROVED' AND later."number" > asked."number"))
      AND ${isRival}`;
}

import { findOverlap, listTakenCidrs, suggestFreeCidr } from "@greenroom/environments";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { readPath } from "@greenroom/infra-templates/catalog";
import { message } from "@greenroom/messages";
import type { Database, Transaction } from "@greenroom/prisma";
import { OPEN_REQUEST_STATUSES } from "../lifecycle";
import type { ParsedSpec } from "../parse-request";
import { type Problem, problem } from "../problems";

export interface NetworkClaim {
  cloudAccountId: string;
  cidrs: readonly string[];
  /** The environment that already has them, when it is the one to be changed. */
  environmentId: string | null;
  /** The request that asks, when there is a row of it already. */
  requestId?: string;
}

interface Holder {
  name: string;
  teamId: string;
  cidrs: string[];
}

/**
 * Networks of an account that are taken or asked for, without those of the claim's own environment and
 * request.
 */
async function listHolders(db: Database | Transaction, claim: NetworkClaim): Promise<Holder[]> {
  const [environments, requests] = await Promise.all([
    listTakenCidrs(db, claim.cloudAccountId),
    db.request.findMany({
      where: {
        cloudAccountId: claim.cloudAccountId,
        kind: { not: "DESTROY" },
        status: { in: [...OPEN_REQUEST_STATUSES] },
        id: { not: claim.requestId },
      },
      select: { environmentId: true, environmentName: true, teamId: true, cidrs: true },
    }),
  ]);
  const isForeign = (environmentId: string | null) =>
    claim.environmentId === null || environmentId !== claim.environmentId;
  return [
    ...environments
      .filter((held) => isForeign(held.environmentId))
      .map(({ environmentName, teamId, cidrs }) => ({ name: environmentName, teamId, cidrs })),
    ...requests
      .filter((asked) => isForeign(asked.environmentId))
      .map(({ environmentName, teamId, cidrs }) => ({ name: environmentName, teamId, cidrs })),
  ];
}

/**
 * Whether a network overlaps one of another existing environment, or of an open request, of the same account.
 * @param actor names of other teams' environments are kept from them; null (Greenroom itself) is told
 * everything
 * @param asked the spec that the networks are of, where it could be read
 */
export async function findNetworkProblems(
  db: Database | Transaction,
  actor: Actor | null,
  claim: NetworkClaim,
  asked: ParsedSpec | null,
): Promise<Problem[]> {
  if (claim.cidrs.length === 0) return [];
  const holders = await listHolders(db, claim);
  const taken = holders.flatMap((holder) => holder.cidrs);
  return claim.cidrs.flatMap((cidr) => {
    const overlap = findOverlap([cidr], taken);
    if (!overlap) return [];
    const holder = holders.find(({ cidrs }) => cidrs.includes(overlap.taken));
    const suggestion = suggestFreeCidr(taken);
    const details = { cidr, other: overlap.taken };
    if (suggestion === null) return [problem(fieldOf(cidr, asked), message("cidrExhausted", details))];
    const isVisible = holder && (actor === null || may(actor, "environment.view", { teamId: holder.teamId }));
    return [
      isVisible
        ? problem(fieldOf(cidr, asked), message("cidrOverlap", { ...details, suggestion, name: holder.name }))
        : problem(fieldOf(cidr, asked), message("cidrOverlapHidden", { ...details, suggestion })),
    ];
  });
}

/** The form's field that holds a network. */
function fieldOf(cidr: string, asked: ParsedSpec | null): string {
  const fields = asked?.model.sections.flatMap((section) => section.fields) ?? [];
  const field = fields.find(({ path }) => readPath(asked?.spec, path) === cidr);
  return field ? `spec.${field.path}` : "spec";
}

/** A free /16 of an account: neither taken nor asked for; null when there is none. */
export async function findFreeCidr(db: Database, cloudAccountId: string): Promise<string | null> {
  const holders = await listHolders(db, { cloudAccountId, cidrs: [], environmentId: null });
  return suggestFreeCidr(holders.flatMap((holder) => holder.cidrs));
}

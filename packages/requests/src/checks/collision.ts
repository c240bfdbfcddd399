import type { Transaction } from "@greenroom/prisma";
import type { ParsedSpec } from "../parse-request";
import type { Problem } from "../problems";
import type { RequestRecord } from "../queries/request-access";
import { findClaimProblems } from "./claims";
import { findNameProblems } from "./create";
import { findNetworkProblems } from "./networks";

/**
 * The name, network or claim that somebody else has got since the request was submitted, as a problem; null
 * when all is free.
 * @param asked its spec; null where its blueprint can no longer read it
 */
export async function findCollision(
  tx: Transaction,
  request: RequestRecord,
  asked: ParsedSpec | null,
): Promise<Problem | null> {
  if (request.kind === "DESTROY" || request.kind === "REVERT") return null;
  const { cloudAccountId, region, environmentId, id: requestId, cidrs } = request;
  const place = { cloudAccountId, region, environmentId, requestId };
  const claims = asked?.claims ?? [];
  const [name, network, claim] = await Promise.all([
    request.kind === "CREATE" ? findNameProblems(tx, request.environmentName, { requestId }) : [],
    findNetworkProblems(tx, null, { ...place, cidrs }, asked),
    findClaimProblems(tx, null, { ...place, claims }),
  ]);
  return name[0] ?? network[0] ?? claim[0] ?? null;
}

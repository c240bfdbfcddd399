import type { Transaction } from "@greenroom/prisma";
import type { Problem } from "../problems";
import type { RequestRecord } from "../queries/request-access";
import { claimsOf, findClaimProblems } from "./claims";
import { findNameProblems } from "./create";
import { findNetworkProblems } from "./networks";

/** The name, network or claim that somebody else has got since the request was submitted, as a problem; null when all is free. */
export async function findCollision(tx: Transaction, request: RequestRecord): Promise<Problem | null> {
  if (request.kind === "DESTROY") return null;
  const { cloudAccountId, region, environmentId, id: requestId, cidrs } = request;
  const place = { cloudAccountId, region, environmentId, requestId };
  const claims = claimsOf(request.blueprint, request.spec, region);
  const [name, network, claim] = await Promise.all([
    request.kind === "CREATE" ? findNameProblems(tx, request.environmentName, { requestId }) : [],
    findNetworkProblems(tx, null, { ...place, cidrs }),
    findClaimProblems(tx, null, { ...place, claims }),
  ]);
  return name[0] ?? network[0] ?? claim[0] ?? null;
}

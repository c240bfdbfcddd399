import type { Transaction } from "@greenroom/prisma";
import type { Problem } from "../problems";
import { findNameProblems } from "./find-create-problems";
import { findNetworkProblems } from "./find-network-problems";
import type { RequestRecord } from "./request-access";

/** The name or network that somebody else has got since the request was submitted, as a problem; null when all is free. */
export async function findCollision(tx: Transaction, request: RequestRecord): Promise<Problem | null> {
  if (request.kind === "DESTROY") return null;
  const [name, network] = await Promise.all([
    request.kind === "CREATE" ? findNameProblems(tx, request.environmentName, request.id) : [],
    findNetworkProblems(tx, null, {
      cloudAccountId: request.cloudAccountId,
      cidrs: request.cidrs,
      environmentId: request.environmentId,
      requestId: request.id,
    }),
  ]);
  return name[0] ?? network[0] ?? null;
}

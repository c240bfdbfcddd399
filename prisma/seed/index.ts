import type { PrismaClient } from "../generated/client";
import { seedAccounts } from "./environments";
import { seedIdentity } from "./identity";

export { seedManyEnvironments } from "./environments";
export { DEMO_ISSUER } from "./identity";

/** Demo people, teams and cloud accounts. Safe to run at every start: what is there stays as it is. */
export async function seedDemo(db: PrismaClient): Promise<void> {
  await seedIdentity(db);
  await seedAccounts(db);
}

import type { PrismaClient } from "../generated/client";
import { seedDemoPeople } from "./demo-people";
import { seedAccounts } from "./environments";

export { DEMO_ISSUER } from "./demo-people";
export { seedManyEnvironments } from "./environments";

/** Demo people, teams and cloud accounts. Safe to run at every start: what is there stays as it is. */
export async function seedDemo(db: PrismaClient): Promise<void> {
  await seedDemoPeople(db);
  await seedAccounts(db);
}

import { listAccounts } from "@greenroom/accounts";
import type { Stage } from "@greenroom/environments/schema";
import { excerpt, message } from "@greenroom/messages";
import type { Database, Transaction } from "@greenroom/prisma";
import { LIFETIME_LIMIT_DAYS } from "../limits";
import type { ParsedSpec } from "../parse-request";
import { type Problem, problem, specProblem } from "../problems";

/** Whether there is such an account, and the region is one of its own. */
export async function findPlaceProblems(
  db: Database | Transaction,
  { cloudAccountId, region }: { cloudAccountId?: string; region?: string },
): Promise<Problem[]> {
  if (cloudAccountId === undefined) return [];
  const account = (await listAccounts(db)).find(({ id }) => id === cloudAccountId);
  if (!account) return [problem("cloudAccountId", message("accountUnknown"))];
  if (region === undefined || account.regions.includes(region)) return [];
  const details = { region: excerpt(region), account: account.name, regions: account.regions.join(", ") };
  return [problem("region", message("regionUnknown", details))];
}

/** What of a spec the region, the stage or the day does not allow; what is not filled in yet allows all. */
export function findContextProblems(
  { model, spec }: ParsedSpec,
  { region, stage }: { region?: string; stage?: string },
  now: Date,
): Problem[] {
  if (!region || !stage) return [];
  const issues = model.issues(spec, { region, stage, today: now.toISOString().slice(0, 10) });
  return issues.map(({ path, message }) => specProblem(path, message));
}

/** Whether an environment of this stage may live that long; what is not filled in yet is no problem. */
export function findLifetimeProblems(stage: Stage | undefined, days: number | null | undefined): Problem[] {
  if (stage === undefined || days === undefined) return [];
  const limit = LIFETIME_LIMIT_DAYS[stage];
  if (limit === null) return [];
  if (days === null) return [problem("lifetimeDays", message("lifetimeRequired", { stage, limit }))];
  return days > limit ? [problem("lifetimeDays", message("lifetimeLimit", { days, stage, limit }))] : [];
}

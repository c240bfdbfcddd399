import { listAccounts } from "@greenroom/accounts";
import { listTeamsByIds } from "@greenroom/identity";
import { may, visibleTeamIds } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { findFreeCidr } from "../checks/networks";
import { lifetimeLimits } from "../limits";
import type { FormContext } from "../schema";

/**
 * What a form needs before its first field: teams the actor may ask for, accounts with a free network each,
 * and limits. Accounts and networks are told to nobody who may not ask for anything.
 */
export async function getFormContext(deps: { db: Database }, actor: Actor): Promise<FormContext> {
  const { db } = deps;
  const teamIds = await listAskingTeamIds(db, actor);
  const accounts = teamIds.length > 0 ? await listAccounts(db) : [];
  const teams = await listTeamsByIds(db, teamIds);
  const free = await Promise.all(
    accounts.map(async ({ id }): Promise<[string, string | null]> => [id, await findFreeCidr(db, id)]),
  );
  return {
    teams: [...teams.values()].sort((a, b) => a.name.localeCompare(b.name, "en")),
    accounts,
    suggestedCidrs: Object.fromEntries(free.flatMap(([id, cidr]) => (cidr === null ? [] : [[id, cidr]]))),
    lifetimeLimitDays: lifetimeLimits(),
  };
}

async function listAskingTeamIds(db: Database, actor: Actor): Promise<string[]> {
  const visible = visibleTeamIds(actor);
  const teamIds = visible ?? (await db.team.findMany({ select: { id: true } })).map(({ id }) => id);
  return teamIds.filter((teamId) => may(actor, "request.create", { teamId }));
}

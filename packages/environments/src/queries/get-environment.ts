import { AppError } from "@greenroom/errors";
import { listTeamsByIds, listUsersByIds } from "@greenroom/identity";
import { may, permissionsOn } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { z } from "zod";
import { dashboardLinks } from "../dashboard-links";
import { allowedActions } from "../lifecycle";
import { environmentLinks, stackConsoleUrl } from "../links";
import type { EnvironmentView } from "../schema";
import { toEnvironmentRow } from "./to-environment-row";

const outputsSchema = z.record(z.string(), z.string());

/**
 * One environment with its stacks, outputs and links.
 * @throws NOT_FOUND also for an environment of a team the actor does not see
 */
export async function getEnvironment(
  deps: { db: Database; hasAwsConsole?: boolean },
  actor: Actor,
  { environmentId }: { environmentId: string },
): Promise<EnvironmentView> {
  const row = await deps.db.environment.findUnique({
    where: { id: environmentId },
    include: { cloudAccount: true, stacks: { omit: { template: true }, orderBy: { position: "asc" } } },
  });
  if (!row || !may(actor, "environment.view", { teamId: row.teamId })) throw environmentNotFound();
  const [teams, users] = await Promise.all([
    listTeamsByIds(deps.db, [row.teamId]),
    listUsersByIds(deps.db, [row.ownerId]),
  ]);
  const hasConsole = deps.hasAwsConsole ?? true;
  const stacks = row.stacks.map((stack) => ({
    key: stack.key,
    stackName: stack.stackName,
    stackId: stack.stackId,
    region: stack.region,
    resourceCount: stack.resourceCount,
    outputs: outputsSchema.parse(stack.outputs),
    deployedAt: stack.deployedAt,
    consoleUrl: hasConsole && stack.stackId ? stackConsoleUrl(stack.region, stack.stackId) : null,
  }));
  return {
    ...toEnvironmentRow(row, teams, users),
    blueprintVersion: row.blueprintVersion,
    account: row.cloudAccount,
    spec: row.spec as Record<string, unknown>,
    cidrs: row.cidrs,
    readyAt: row.readyAt,
    destroyedAt: row.destroyedAt,
    stacks,
    links: environmentLinks(stacks),
    dashboards:
      row.status === "DESTROYED" ? [] : dashboardLinks({ ...row, grafanaUrl: row.cloudAccount.grafanaUrl }),
    allowedActions: allowedActions(row, permissionsOn(actor, row)),
  };
}

/** The same words for what does not exist and for what is none of the actor's business. */
export function environmentNotFound(): AppError {
  return new AppError("environmentNotFound");
}

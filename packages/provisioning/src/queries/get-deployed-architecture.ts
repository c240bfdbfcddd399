import { environmentNotFound } from "@greenroom/environments";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { estimateTemplates } from "@greenroom/pricing";
import type { Database } from "@greenroom/prisma";
import type { ArchitectureView } from "../schema";
import { describedStacks } from "./described-stacks";
import { toArchitectureView } from "./to-architecture-view";

/**
 * What is deployed of an environment, from the templates that were last sent; stacks that were begun and
 * never finished are left out.
 * @throws NOT_FOUND also for an environment of a team the actor does not see
 */
export async function getDeployedArchitecture(
  deps: { db: Database; now: () => Date },
  actor: Actor,
  { environmentId }: { environmentId: string },
): Promise<ArchitectureView> {
  const environment = await deps.db.environment.findUnique({
    where: { id: environmentId },
    select: {
      teamId: true,
      region: true,
      blueprint: true,
      spec: true,
      stacks: { where: { deployedAt: { not: null } }, orderBy: { position: "asc" } },
    },
  });
  if (!environment || !may(actor, "environment.view", { teamId: environment.teamId }))
    throw environmentNotFound();
  const described = describedStacks(environment.blueprint, environment.spec);
  const sources = environment.stacks.map(({ key, stackName, region, template }) => ({
    key,
    stackName,
    region,
    template: template as object,
    // The database does not keep the order's reasons; the blueprint knows them.
    dependsOn: described?.stacks.find((stack) => stack.key === key)?.dependsOn ?? [],
  }));
  return toArchitectureView({
    homeRegion: environment.region,
    sources,
    described: described?.stacks ?? [],
    estimate: estimateTemplates({ stacks: sources, usage: described?.usage, now: deps.now() }),
  });
}

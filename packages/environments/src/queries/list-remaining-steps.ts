import type { Actor } from "@greenroom/identity/schema";
import { findBlueprint } from "@greenroom/infra-templates/catalog";
import { type ManifestSpec, remainingSteps } from "@greenroom/infra-templates/manifests";
import type { Database } from "@greenroom/prisma";
import type { RemainingStep } from "../schema";
import { getEnvironment } from "./get-environment";

/**
 * What is left to do by hand in an environment that is built, with files filled in from its outputs. Empty
 * while it is not built, and where nothing is left.
 * @throws NOT_FOUND as `getEnvironment`
 */
export async function listRemainingSteps(
  deps: { db: Database },
  actor: Actor,
  input: { environmentId: string },
): Promise<RemainingStep[]> {
  const environment = await getEnvironment(deps, actor, input);
  const spec = findBlueprint(environment.blueprint)?.specSchema.safeParse(environment.spec);
  if (!spec?.success || environment.readyAt === null || environment.destroyedAt !== null) return [];
  const outputs = new Map(environment.stacks.map(({ key, outputs }) => [key, outputs]));
  const { name, region, stage, account } = environment;
  return remainingSteps(
    spec.data as ManifestSpec,
    { environmentName: name, region, stage, accountId: account.accountId },
    // A stack that an older version of the blueprint built may lack an output: its place says which.
    (stack, output) => outputs.get(stack)?.[output] ?? `<${stack}.${output}>`,
  ).map((step) => ({ ...step, commands: [...step.commands], files: [...step.files] }));
}

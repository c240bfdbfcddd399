import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import type { ProvisioningDeps } from "@greenroom/provisioning/handlers";

/**
 * Pays for the first synthesis and the first policy check (some seconds of loading) at boot, so that no
 * request does.
 */
export async function warmUp({
  synthesizer,
  policyChecker,
}: Pick<ProvisioningDeps, "synthesizer" | "policyChecker">): Promise<void> {
  const blueprint = BLUEPRINTS[0];
  const preset = blueprint?.presets.at(-1);
  if (!blueprint || !preset) return;
  const asked = {
    blueprint: blueprint.id,
    spec: preset.spec as Record<string, unknown>,
    context: {
      environmentName: "warm-up",
      teamSlug: "warm-up",
      ownerEmail: "warm-up@example.com",
      costCentre: "none",
      requestNumber: 0,
      stage: preset.stages[0] ?? "dev",
      region: "ap-northeast-2",
      accountId: "000000000000",
      expiresOn: null,
    },
  };
  await policyChecker.check({ ...asked, stacks: await synthesizer.synthesize(asked) });
}

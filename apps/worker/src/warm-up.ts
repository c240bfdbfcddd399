import type { Synthesizer } from "@greenroom/cloud";
import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";

/** Pays for the first synthesis (a second or two of loading) at boot, so that no request does. */
export async function warmUp(synthesizer: Synthesizer): Promise<void> {
  const blueprint = BLUEPRINTS[0];
  const preset = blueprint?.presets[0];
  if (!blueprint || !preset) return;
  await synthesizer.synthesize({
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
  });
}

/** The ticketing blueprint as an ordinary CDK app: what the CDK CLI is given to synthesize. */
import { buildApp } from "@greenroom/infra-templates";
import { type BlueprintContext, getBlueprint } from "@greenroom/infra-templates/catalog";

export const BENCH_CONTEXT: BlueprintContext = {
  environmentName: "bench",
  teamSlug: "box-office",
  ownerEmail: "bench@greenroom.invalid",
  costCentre: "CC-0",
  requestNumber: 1,
  stage: "dev",
  region: "ap-northeast-2",
  accountId: "111122223333",
  expiresOn: null,
};

export const benchSpec = (): Record<string, unknown> =>
  getBlueprint("ticketing").presets[0]?.spec as Record<string, unknown>;

// The CDK CLI names the folder it expects the templates in.
if (process.env.CDK_OUTDIR) buildApp("ticketing", benchSpec(), BENCH_CONTEXT, process.env.CDK_OUTDIR).synth();

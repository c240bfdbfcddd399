/** The full ticketing platform as an ordinary CDK app: what the CDK CLI is given to synthesize. */
import { buildApp } from "@greenroom/infra-templates";
import type { BlueprintContext } from "@greenroom/infra-templates/catalog";
import { fullPlatform } from "../../infra-templates/testing/full-platform";

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

// The CDK CLI names the folder it expects the templates in.
if (process.env.CDK_OUTDIR)
  buildApp("ticketing", fullPlatform(), BENCH_CONTEXT, process.env.CDK_OUTDIR).synth();

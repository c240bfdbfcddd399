import { createHash } from "node:crypto";
import { synthesizeApp } from "@greenroom/infra-templates";
import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import type { EnvironmentContext, SynthesizedStack, SynthesizeInput } from "../contract";
import { answerParent } from "../warm-child/answer-parent";

/** The child process: it makes the templates. It has no AWS credentials, speaks to nobody but its parent and ends with it. */
function synthesize({ blueprint, spec, context }: SynthesizeInput): SynthesizedStack[] {
  return synthesizeApp(blueprint, spec, context).map(({ key, stackName, region, template, dependsOn }) => {
    const text = JSON.stringify(template);
    const templateHash = createHash("sha256").update(text).digest("hex");
    return { key, stackName, region, template: text, templateHash, dependsOn };
  });
}

const WARM_UP_CONTEXT: EnvironmentContext = {
  environmentName: "warm-up",
  teamSlug: "platform",
  ownerEmail: "platform@greenroom",
  costCentre: "none",
  requestNumber: 0,
  stage: "dev",
  region: "ap-northeast-2",
  accountId: "000000000000",
  expiresOn: null,
};

answerParent(
  synthesize,
  (reason, { blueprint }) => ({
    code: "TEMPLATE_INVALID",
    messageKey: "cloud.notSynthesized",
    userMessage: `The blueprint ${blueprint} could not be turned into templates: ${reason} Change the options named there, or ask the platform team.`,
    details: { blueprint, reason: reason.slice(0, 1000) },
  }),
  // The first synthesis loads CDK's parts, which takes half a second: better now than when somebody waits.
  () => {
    for (const { id, presets } of BLUEPRINTS) {
      const spec = presets[0]?.spec as Record<string, unknown>;
      synthesize({ blueprint: id, spec, context: WARM_UP_CONTEXT });
    }
  },
);

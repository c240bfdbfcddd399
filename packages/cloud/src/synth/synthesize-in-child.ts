import { createHash } from "node:crypto";
import { synthesizeApp } from "@greenroom/infra-templates";
import type { SynthesizedStack, SynthesizeInput } from "../contract";
import { answerParent } from "../warm-child/answer-parent";

/** The child process: it makes the templates. It has no AWS credentials, speaks to nobody but its parent and ends with it. */
function synthesize({ blueprint, spec, context }: SynthesizeInput): SynthesizedStack[] {
  return synthesizeApp(blueprint, spec, context).map(({ key, stackName, region, template, dependsOn }) => {
    const text = JSON.stringify(template);
    const templateHash = createHash("sha256").update(text).digest("hex");
    return { key, stackName, region, template: text, templateHash, dependsOn };
  });
}

answerParent(synthesize, (reason, { blueprint }) => ({
  code: "TEMPLATE_INVALID",
  messageKey: "cloud.notSynthesized",
  userMessage: `The blueprint ${blueprint} could not be turned into templates: ${reason} Change the options named there, or ask the platform team.`,
  details: { blueprint, reason: reason.slice(0, 1000) },
}));

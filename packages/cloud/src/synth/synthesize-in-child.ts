import { createHash } from "node:crypto";
import { synthesizeApp } from "@greenroom/infra-templates";
import { message } from "@greenroom/messages";
import type { SynthesizedStack, SynthesizeInput } from "../contract";
import { answerParent } from "../warm-child/answer-parent";

/**
 * The child process: it makes the templates. It has no AWS credentials, speaks to nobody but its parent and
 * ends with it.
 */
function synthesize({ blueprint, spec, context }: SynthesizeInput): SynthesizedStack[] {
  return synthesizeApp(blueprint, spec, context).map(({ key, stackName, region, template, dependsOn }) => {
    const text = JSON.stringify(template);
    const templateHash = createHash("sha256").update(text).digest("hex");
    return { key, stackName, region, template: text, templateHash, dependsOn };
  });
}

answerParent(synthesize, (reason, { blueprint }) =>
  message("cloud.notSynthesized", { blueprint, reason: reason.slice(0, 1000) }),
);

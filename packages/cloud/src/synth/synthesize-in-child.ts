import { createHash } from "node:crypto";
import { isAppError } from "@greenroom/errors";
import { synthesizeApp } from "@greenroom/infra-templates";
import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import type { EnvironmentContext, SynthesizedStack, SynthesizeInput } from "../contract";
import { type CarriedError, READY, type SynthReply, type SynthRequest } from "./messages";

/**
 * The child process: CDK lives here and nowhere else at run time. It has no AWS credentials, speaks to nobody but its parent and
 * ends with it.
 */
function synthesize({ blueprint, spec, context }: SynthesizeInput): SynthesizedStack[] {
  return synthesizeApp(blueprint, spec, context).map(({ key, stackName, region, template, dependsOn }) => {
    const text = JSON.stringify(template);
    const templateHash = createHash("sha256").update(text).digest("hex");
    return { key, stackName, region, template: text, templateHash, dependsOn };
  });
}

function carry(error: unknown, { blueprint }: SynthesizeInput): CarriedError {
  if (isAppError(error)) {
    const { code, userMessage, messageKey, details, field } = error;
    return { code, userMessage, messageKey, details, field };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: "TEMPLATE_INVALID",
    userMessage: `The blueprint ${blueprint} could not be turned into templates: ${reason} Change the options named there, or ask the platform team.`,
    details: { blueprint, reason: reason.slice(0, 1000) },
  };
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

process.on("message", ({ id, input }: SynthRequest) => {
  let reply: SynthReply;
  try {
    reply = { id, ok: true, stacks: synthesize(input) };
  } catch (error) {
    reply = { id, ok: false, error: carry(error, input) };
  }
  process.send?.(reply);
});
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole process group; the parent finishes its work first and then lets go of the channel.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});

// The first synthesis loads CDK's parts, which takes half a second: better now than when somebody waits.
for (const { id, presets } of BLUEPRINTS) {
  const spec = presets[0]?.spec as Record<string, unknown>;
  synthesize({ blueprint: id, spec, context: WARM_UP_CONTEXT });
}
process.send?.(READY);

/**
 * What the policy step would say, for people who write stacks:
 * `npm run policy -- [blueprint] [--stack key] [--preset key] [--region R] [--accepted]`
 */
import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { synthesizeApp } from "@greenroom/infra-templates";
import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import { checkPolicies } from "@greenroom/infra-templates/policy";
import { say } from "@greenroom/messages";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stack: { type: "string" },
    preset: { type: "string" },
    region: { type: "string", default: "ap-northeast-2" },
    accepted: { type: "boolean", default: false },
  },
});
const wanted = BLUEPRINTS.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
if (wanted.length === 0) {
  console.error(
    `No blueprint is called ${positionals.join(", ")}: ${BLUEPRINTS.map(({ id }) => id).join(", ")}.`,
  );
  process.exit(2);
}
let errors = 0;
for (const { id, presets } of wanted) {
  for (const preset of presets.filter(({ key }) => values.preset === undefined || key === values.preset)) {
    const context = {
      environmentName: "spring-sale",
      teamSlug: "box-office",
      ownerEmail: "rina@demo.greenroom",
      costCentre: "CC-100",
      requestNumber: 7,
      stage: preset.stages[0] ?? "dev",
      region: values.region,
      accountId: "111122223333",
      expiresOn: null,
    };
    const stacks = synthesizeApp(id, preset.spec, context).map(({ key, region, template }) => {
      const text = JSON.stringify(template);
      return { key, region, template: text, templateHash: createHash("sha256").update(text).digest("hex") };
    });
    const startedAt = performance.now();
    const { findings } = checkPolicies({ blueprint: id, spec: preset.spec, context, stacks });
    const elapsedMs = Math.round(performance.now() - startedAt);
    const shown = findings.filter(({ stackKey }) => values.stack === undefined || stackKey === values.stack);
    const count = (severity: string) => shown.filter((finding) => finding.severity === severity).length;
    errors += count("ERROR");
    console.log(
      `\n${id} ${preset.key}: ${count("ERROR")} errors, ${count("WARNING")} warnings, ${count("SUPPRESSED")} accepted (${stacks.length} stacks, ${elapsedMs} ms)`,
    );
    for (const { severity, rule, stackKey, logicalId, message, remedy, reason } of shown) {
      if (severity === "SUPPRESSED" && !values.accepted) continue;
      console.log(`  ${severity} ${rule} at ${stackKey}/${logicalId ?? "(template)"}\n    ${message}`);
      console.log(reason ? `    accepted: ${say("en", reason)}` : `    remedy: ${say("en", remedy)}`);
    }
  }
}
process.exit(errors > 0 ? 1 : 0);

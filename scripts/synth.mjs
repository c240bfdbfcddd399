/**
 * `npm run synth -- BLUEPRINT [--preset prod] [--spec overrides.json] [--region R] --out DIR`: writes the
 * templates of an environment, one `<stack>.template.json` each, as they are sent to CloudFormation.
 */
import { runTypescript } from "./stack/run-typescript.mjs";

// CDK's own validator takes seconds; the plan's policy step and `npm test` run it.
await runTypescript("scripts/synth/main.ts", { CDK_VALIDATION: "false" });

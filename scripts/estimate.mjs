/** `npm run estimate -- template.json [more.json …] --region R`: prices any CloudFormation template. */
import { runTypescript } from "./stack/run-typescript.mjs";

await runTypescript("scripts/estimate/main.ts");

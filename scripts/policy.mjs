/**
 * `npm run policy -- [blueprint] [--stack key] …`: what the policy step would say, see
 * scripts/policy/main.ts.
 */
import { runTypescript } from "./stack/run-typescript.mjs";

// CDK's own validation would say during synthesis what this says after it.
await runTypescript("scripts/policy/main.ts", { CDK_VALIDATION: "false" });

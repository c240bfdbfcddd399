/**
 * `npm run drift -- --cases FILE`: how the resources of a file differ from what they declare, see
 * scripts/drift/main.ts.
 */
import { runTypescript } from "./stack/run-typescript.mjs";

await runTypescript("scripts/drift/main.ts");

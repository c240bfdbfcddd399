/** `npm run prices:refresh [-- --region R --service S --accept]`: reads the price book anew from AWS. */
import { runTypescript } from "./stack/run-typescript.mjs";

await runTypescript("scripts/prices-refresh/main.ts");

/**
 * `npm run dashboards -- --out DIR`: writes the Grafana dashboards as JSON, see scripts/dashboards/main.ts.
 */
import { runTypescript } from "./stack/run-typescript.mjs";

await runTypescript("scripts/dashboards/main.ts");

/**
 * `npm run prices:refresh [-- --region R --service S --accept]`: reads the price book anew from AWS. Works in a fresh clone.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./stack/install.mjs";
import { assertNodeVersion } from "./stack/node-version.mjs";
import { resolveFrom, root } from "./stack/paths.mjs";
import { createProgress } from "./stack/progress.mjs";

assertNodeVersion();
await ensureInstalled(createProgress(), path.join(root, ".greenroom/logs"));
const { status } = spawnSync(
  process.execPath,
  [
    "--import",
    pathToFileURL(resolveFrom("packages/pricing", "tsx")).href,
    path.join(root, "scripts/prices-refresh/main.ts"),
    ...process.argv.slice(2),
  ],
  { stdio: "inherit" },
);
process.exit(status ?? 1);

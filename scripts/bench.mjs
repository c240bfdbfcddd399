/**
 * `npm run bench`: prints performance goals as ratios against a control measured in the same run. `-- NAME`
 * runs one of them.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { generateClient } from "./prisma.mjs";
import { ensurePortalBuilt } from "./stack/build-portal.mjs";
import { ensureInstalled } from "./stack/install.mjs";
import { assertNodeVersion } from "./stack/node-version.mjs";
import { root } from "./stack/paths.mjs";
import { createProgress } from "./stack/progress.mjs";

assertNodeVersion();
const logs = path.join(root, ".greenroom/bench-logs");
mkdirSync(logs, { recursive: true });
const progress = createProgress();
await ensureInstalled(progress, logs);
generateClient();
await ensurePortalBuilt(progress, logs);
const { status } = spawnSync(
  process.execPath,
  ["--import", "tsx", "scripts/bench/main.ts", ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  },
);
process.exit(status ?? 1);

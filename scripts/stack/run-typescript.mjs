import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { assertNodeVersion } from "./node-version.mjs";
import { resolveFrom, root } from "./paths.mjs";
import { createProgress } from "./progress.mjs";

/**
 * Runs a command of this project that is written in TypeScript, with the arguments of this process, and ends
 * with its code. Works in a fresh clone. The caller's folder stays the current one, so that relative paths
 * mean what they say.
 * @param {string} file from the project's root: "scripts/estimate/main.ts"
 * @param {Record<string, string>} [environment] beside that of this process
 */
export async function runTypescript(file, environment = {}) {
  assertNodeVersion();
  await ensureInstalled(createProgress(), path.join(root, ".greenroom/logs"));
  const loader = pathToFileURL(resolveFrom("infra-templates", "tsx")).href;
  const { status } = spawnSync(
    process.execPath,
    ["--import", loader, path.join(root, file), ...process.argv.slice(2)],
    { stdio: "inherit", env: { ...process.env, ...environment } },
  );
  process.exit(status ?? 1);
}

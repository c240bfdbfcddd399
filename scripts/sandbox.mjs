/**
 * `npm run sandbox`: the simulated CloudFormation alone, also in a fresh clone. Its options go to
 * apps/aws-sandbox/src/main.ts. Everything imported here uses Node's own modules only: it runs before the
 * packages are installed.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./stack/install.mjs";
import { assertNodeVersion } from "./stack/node-version.mjs";
import { dataFolder, resolveFrom, root } from "./stack/paths.mjs";
import { createProgress } from "./stack/progress.mjs";
import { stopRunning } from "./stack/run-to-end.mjs";

let sandbox;
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(name, () => {
    if (sandbox) return sandbox.kill(name === "SIGHUP" ? "SIGTERM" : name);
    stopRunning();
    process.exit(130);
  });
}

async function main() {
  assertNodeVersion();
  await ensureInstalled(createProgress(), path.join(dataFolder(process.env.GREENROOM_DATA), "logs"));
  // The caller's folder stays the current one, so that a relative --data means what it says.
  const loader = pathToFileURL(resolveFrom("apps/aws-sandbox", "tsx")).href;
  const program = path.join(root, "apps/aws-sandbox/src/main.ts");
  // A group of its own: Ctrl-C reaches it once, through us.
  sandbox = spawn(process.execPath, ["--import", loader, program, ...process.argv.slice(2)], {
    stdio: "inherit",
    detached: true,
  });
  process.once("exit", () => sandbox.kill());
  sandbox.once("exit", (code) => process.exit(code ?? 1));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

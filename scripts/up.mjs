/**
 * `npm run up`: the whole product from a fresh clone with nothing but Node and npm. See the README for its
 * settings. Everything imported here uses Node's own modules only: it runs before the packages are installed.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { generateClient } from "./prisma.mjs";
import { ensurePortalBuilt } from "./stack/build-portal.mjs";
import { readAwsMode } from "./stack/environment.mjs";
import { ensureInstalled } from "./stack/install.mjs";
import { assertNodeVersion } from "./stack/node-version.mjs";
import { dataFolder } from "./stack/paths.mjs";
import { createProgress } from "./stack/progress.mjs";
import { stopRunning } from "./stack/run-to-end.mjs";
import { takeFolder } from "./stack/take-folder.mjs";
import { startStack } from "./stack.mjs";

let stack;
let isStopping = false;

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  stopRunning();
  if (stack) {
    console.log("Stopping …");
    await stack.stop();
    console.log("Stopped. The data stays; `npm run up` goes on with it.");
  }
  process.exit(code);
}

for (const [name, number] of [
  ["SIGINT", 2],
  ["SIGTERM", 15],
  ["SIGHUP", 1],
]) {
  process.on(name, () => {
    if (isStopping && name === "SIGINT") process.exit(130); // Impatient: the children die with us.
    void stop(stack ? 0 : 128 + number);
  });
}

async function main() {
  assertNodeVersion();
  const folder = dataFolder(process.env.GREENROOM_DATA);
  readAwsMode(process.env);
  const { lock, leftovers } = await takeFolder(folder, process.env.PORT);

  const logs = path.join(folder, "logs");
  mkdirSync(logs, { recursive: true });
  const progress = createProgress();
  console.log(`Greenroom starts. Logs are in ${path.relative(process.cwd(), logs) || logs}.`);
  if (leftovers.length) progress.print(`  stopped what an earlier run had left: ${leftovers.join(", ")}`);
  await ensureInstalled(progress, logs);
  generateClient();
  await ensurePortalBuilt(progress, logs);
  const started = await startStack({ data: folder, progress, lock });
  if (isStopping) return started.stop();
  stack = started;
  console.log(`Greenroom is ready: ${stack.url}`);
}

main().catch((error) => {
  if (isStopping) return;
  console.error(error.message);
  process.exit(1);
});

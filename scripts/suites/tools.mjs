import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { resolveFrom, root } from "../stack/paths.mjs";
import { runToEnd } from "../stack/run-to-end.mjs";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

const isRoot = process.getuid?.() === 0;

/**
 * Finds or installs what the suites need beside the npm packages.
 * @param {{needsBrowser: boolean, needsRedis: boolean, progress: import("../stack/progress.mjs").Progress,
 * logs: string}} options
 * @returns {Promise<{chromium?: string, hasRedis: boolean}>} `chromium` is undefined when Playwright's own is
 * used
 */
export async function ensureTools({ needsBrowser, needsRedis, progress, logs }) {
  const lacksBrowser = needsBrowser && !findBrowser();
  const lacksRedis = needsRedis && !onPath("redis-server");
  const packages = [
    ...(lacksBrowser ? ["chromium", "fonts-noto-cjk"] : []),
    ...(lacksRedis ? ["redis-server"] : []),
  ];
  if (packages.length && isRoot && onPath("apt-get")) await installWithApt(packages, progress, logs);
  if (needsBrowser && !findBrowser()) {
    await progress
      .step("installing Playwright's Chromium", () =>
        runToEnd({
          name: "playwright install",
          command: process.execPath,
          args: [resolveFrom("e2e", "@playwright/test/cli"), "install", "chromium"],
          cwd: root,
          logFile: path.join(logs, "playwright-install.log"),
        }).then(() => undefined),
      )
      .catch((error) => progress.print(error.message)); // The journeys fail then, and say so.
  }
  return { chromium: findBrowser()?.executable, hasRedis: onPath("redis-server") !== undefined };
}

async function installWithApt(packages, progress, logs) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const apt = (name, args) =>
    runToEnd({
      name: `apt-get ${name}`,
      command: "apt-get",
      args,
      cwd: root,
      env,
      logFile: path.join(logs, `apt-${name}.log`),
    });
  await progress
    .step(`installing ${packages.join(", ")} with apt-get`, async () => {
      await apt("update", ["update", "-qq"]);
      await apt("install", ["install", "-y", "-qq", "--no-install-recommends", ...packages]);
    })
    .catch((error) => progress.print(error.message)); // What is still missing then is told where it is missed.
}

/** @returns {{executable?: string} | undefined} no executable means the one Playwright finds by itself */
function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named))
      throw new Error(`CHROMIUM_PATH=${named} does not exist: correct it, or leave it out.`);
    return { executable: named };
  }
  const installed = BROWSERS.map(onPath).find(Boolean) ?? (existsSync(MAC_CHROME) ? MAC_CHROME : undefined);
  if (installed) return { executable: installed };
  const { chromium } = createRequire(import.meta.url)(resolveFrom("e2e", "@playwright/test"));
  return existsSync(chromium.executablePath()) ? {} : undefined;
}

function onPath(program) {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, program))
    .find((file) => existsSync(file));
}

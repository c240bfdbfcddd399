import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";
import { runToEnd } from "./run-to-end.mjs";

/**
 * Runs `npm ci` unless node_modules holds exactly what package-lock.json says. No install script runs: none
 * is needed.
 * @param {import("./progress.mjs").Progress} progress
 * @param {string} logFolder
 */
export async function ensureInstalled(progress, logFolder) {
  const missing = findMissing();
  if (!missing) return;
  await progress.step(`installing packages, ${missing}`, () => {
    const flags = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const [command, args] = process.env.npm_execpath?.endsWith(".js")
      ? [process.execPath, [process.env.npm_execpath, ...flags]]
      : [process.platform === "win32" ? "npm.cmd" : "npm", flags];
    const logFile = path.join(logFolder, "install.log");
    return runToEnd({ name: "npm ci", command, args, cwd: root, logFile }).then(() => undefined);
  });
}

/**
 * npm writes `node_modules/.package-lock.json` last, so a matching one means a complete installation.
 * @returns {string | undefined} why an installation is needed
 */
function findMissing() {
  const hidden = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return "for the first time";
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const installed = readPackages(hidden);
  for (const [place, entry] of Object.entries(wanted)) {
    if (!place.includes("node_modules/")) continue;
    const found = installed[place];
    // A package of another platform is in the lockfile, and rightly not installed.
    if (!found && (entry.optional || entry.devOptional || entry.peer)) continue;
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    if (!found) return `because ${name} is missing`;
    if (!entry.link && found.version !== entry.version)
      return `because ${name} is ${found.version}, not ${entry.version}`;
  }
  return undefined;
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

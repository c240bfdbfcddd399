import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { resolveFrom, root } from "./paths.mjs";
import { runToEnd } from "./run-to-end.mjs";
import { hashTree } from "./tree-hash.mjs";

const stampFile = path.join(root, "apps/portal/.next/greenroom-build");

/** Everything that ends up in the portal's build. */
const SOURCES = [
  "apps/portal",
  "packages",
  "infra-templates/src",
  "prisma/schema",
  "prisma/src",
  "package-lock.json",
  "tsconfig.base.json",
];

/**
 * Builds the portal unless the last build was made from the same sources.
 * @param {import("./progress.mjs").Progress} progress
 * @param {string} logFolder
 */
export async function ensurePortalBuilt(progress, logFolder) {
  const wanted = hashTree(root, SOURCES);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  await progress.step("building the portal", () =>
    runToEnd({
      name: "next build",
      command: process.execPath,
      args: [resolveFrom("apps/portal", "next/dist/bin/next"), "build"],
      cwd: path.join(root, "apps/portal"),
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      logFile: path.join(logFolder, "build.log"),
    }).then(() => undefined),
  );
  writeFileSync(stampFile, wanted);
}

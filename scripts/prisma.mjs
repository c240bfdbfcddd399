/**
 * The Prisma CLI without a download: `node scripts/prisma.mjs <command>`, e.g. `generate`, `migrate dev
 * --name add-x`, `migrate diff --from-migrations prisma/migrations --to-schema prisma/schema --exit-code`.
 *
 * Prisma 7 fetches a native schema engine from the network before it does anything. On Linux and macOS we
 * give it `prisma/schema-engine.mjs` instead, which runs the engine's WebAssembly build from npm. Windows
 * cannot spawn a script by its shebang and keeps the stock engine; so does anyone who sets
 * PRISMA_ENGINE=native.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { resolveFrom, root } from "./stack/paths.mjs";

const generated = path.join(root, "prisma/generated");
const stampFile = path.join(generated, ".schema-hash");

/**
 * Generates the Prisma client into `prisma/generated` unless it already matches the schema and Prisma's
 * version.
 * @returns {boolean} whether anything was generated
 */
export function generateClient({ force = false, quiet = true } = {}) {
  const wanted = schemaHash();
  const current = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
  if (!force && current === wanted && existsSync(path.join(generated, "client.ts"))) return false;
  const result = runPrisma(["generate"], { stdio: quiet ? "pipe" : "inherit" });
  if (result.status !== 0) {
    throw new Error(`prisma generate failed:\n${result.stdout ?? ""}${result.stderr ?? ""}`);
  }
  mkdirSync(generated, { recursive: true });
  writeFileSync(stampFile, wanted);
  return true;
}

/**
 * Runs the Prisma CLI to its end.
 * @param {string[]} args
 * @param {import("node:child_process").SpawnSyncOptions} options `env` is added to ours
 */
export function runPrisma(args, { env = {}, ...options } = {}) {
  const cli = path.join(path.dirname(resolveFrom("prisma", "prisma/package.json")), "build/index.js");
  const config = ["--config", path.join(root, "prisma/prisma.config.ts")];
  return spawnSync(process.execPath, [cli, ...args, ...config], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1", ...engineEnv(), ...env },
    ...options,
  });
}

function engineEnv() {
  const isNative = process.env.PRISMA_ENGINE === "native" || process.platform === "win32";
  if (isNative || process.env.PRISMA_SCHEMA_ENGINE_BINARY) return {};
  return { PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, "prisma/schema-engine.mjs") };
}

function schemaHash() {
  const folder = path.join(root, "prisma/schema");
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith(".prisma")) hash.update(`${name}\n`).update(readFileSync(path.join(folder, name)));
  }
  return hash.update(readFileSync(path.join(root, "prisma/package.json"))).digest("hex");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const args = process.argv.slice(2);
  if (args[0] === "generate" && args.every((arg) => arg === "generate" || arg === "--force")) {
    const isFresh = generateClient({ force: args.includes("--force"), quiet: false });
    if (!isFresh)
      console.log("The Prisma client already matches prisma/schema (--force generates it anyway).");
  } else {
    process.exit(runPrisma(args, { stdio: "inherit" }).status ?? 1);
  }
}

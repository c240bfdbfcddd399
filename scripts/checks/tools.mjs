import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "../postgres.mjs";
import { runPrisma } from "../prisma.mjs";
import { root as checkout } from "../stack/paths.mjs";

const BIOME_FLAGS = ["--colors=off", "--diagnostic-level=error", "--max-diagnostics=15"];

const bin = (name) => path.join(checkout, "node_modules/.bin", name);

/** Formatting and lint of everything, by Biome. */
export const format = {
  name: "format and lint",
  async run({ root }) {
    const result = await execute(root, bin("biome"), ["ci", ...BIOME_FLAGS, "."]);
    return result.code === 0 ? [] : [`${result.output.trim()}\n(npm run format mends most of it)`];
  },
};

/**
 * Files, exports and dependencies that nothing uses, and dependencies that no package.json names, by knip.
 */
export const deadCode = {
  name: "no dead code",
  async run({ root }) {
    const { code, output } = await execute(root, bin("knip"), ["--no-progress"]);
    return code === 0 ? [] : [output.trim()];
  },
};

/** Types of everything, in one pass: what several workspaces import is read once. */
export const types = {
  name: "types",
  async run({ root }) {
    const { code, output } = await execute(root, bin("tsc"), ["--noEmit", "--pretty", "false"]);
    return code === 0 ? [] : output.trim().split("\n");
  },
};

/** The checked-in migrations, applied to an empty database, give exactly prisma/schema. */
export const migrations = {
  name: "migrations match the schema",
  async run({ root }) {
    const folder = mkdtempSync(path.join(os.tmpdir(), "greenroom-check-"));
    const server = await startPostgres({
      dataDir: path.join(folder, "postgres"),
      settings: { fsync: "off" },
    });
    try {
      const from = ["--from-migrations", path.join(root, "prisma/migrations")];
      const to = ["--to-schema", path.join(root, "prisma/schema")];
      const result = runPrisma(["migrate", "diff", ...from, ...to, "--exit-code"], {
        env: { DATABASE_URL: server.url },
      });
      // With an engine that does not start, the CLI says nothing and ends with 0.
      if (result.status === 0 && result.stdout.includes("No difference detected")) return [];
      return [
        `${result.stdout}${result.stderr}\nMake the missing one with: npm run db:migrate -- --name what-changes`,
      ];
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** @returns {Promise<{code: number, output: string}>} */
function execute(cwd, command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

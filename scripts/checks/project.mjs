import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * What the checks look at: file names and texts. Tests make one from an object, the real one comes from git.
 * @typedef {{root?: string, files: string[], read(file: string): string}} Project
 */

/** @returns {Project} every file that is tracked or could be, by its path from the root */
export function projectFromGit(root) {
  const flags = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const result = spawnSync("git", flags, { cwd: root, encoding: "utf8", maxBuffer: 64_000_000 });
  if (result.status !== 0) throw new Error(`git ls-files failed: ${result.error?.message ?? result.stderr}`);
  const files = [...new Set(result.stdout.split("\0"))].filter(
    (file) => file && existsSync(path.join(root, file)),
  );
  return { root, files: files.sort(), read: once((file) => readFileSync(path.join(root, file), "utf8")) };
}

/**
 * @param {Record<string, string>} contents by path
 * @returns {Project}
 */
export function projectFromObject(contents) {
  return { files: Object.keys(contents).sort(), read: (file) => contents[file] ?? "" };
}

const SOURCE = /\.(ts|tsx|mts|mjs|js|jsx)$/;
const DECLARATION = /\.d\.m?ts$/;

/** @param {Project} project */
export function sourceFiles(project) {
  return project.files.filter((file) => SOURCE.test(file) && !DECLARATION.test(file));
}

/** Tests and what only they use, by file name. */
export const TEST = /[.](test|spec|cases)[.]tsx?$|(^|\/)(test|testing|fixtures)\/|^e2e\//;
export const isTest = (file) => TEST.test(file);

/**
 * The workspaces with their folder and package.json.
 * @param {Project} project
 */
export function workspaces(project) {
  return project.files
    .filter((file) => /^((apps|packages)\/[^/]+|prisma|infra-templates|e2e)\/package\.json$/.test(file))
    .map((file) => ({ folder: path.posix.dirname(file), manifest: JSON.parse(project.read(file)) }));
}

function once(work) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key);
  };
}

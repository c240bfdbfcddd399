import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "vite";

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

/** @param {Record<string, string>} contents by path */
export function projectFromObject(contents) {
  return { files: Object.keys(contents).sort(), read: (file) => contents[file] };
}

const SOURCE = /\.(ts|tsx|mts|mjs|js|jsx)$/;
const DECLARATION = /\.d\.m?ts$/;

/** @param {Project} project */
export function sourceFiles(project) {
  return project.files.filter((file) => SOURCE.test(file) && !DECLARATION.test(file));
}

export const isTest = (file) =>
  /\.(test|spec)\.tsx?$/.test(file) || /(^|\/)(test|testing|fixtures)\//.test(file);

/**
 * A source file's imports and exports, by a real parser.
 * @typedef {{request: string, names: string[], isType: boolean, line: number}} Import names are "*" for all of it
 * @typedef {{name: string, local?: string, from?: string, imported?: string, isType: boolean, line: number}} Export
 * @param {Project} project
 * @param {string} file
 * @returns {{imports: Import[], exports: Export[]}}
 */
export function readModule(project, file) {
  const text = project.read(file);
  const { module, errors } = parseSync(file, text);
  if (errors.length) throw new Error(`${file} cannot be parsed: ${errors[0].message}`);
  const lineAt = (offset) => text.slice(0, offset).split("\n").length;
  const imports = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    request: moduleRequest.value,
    names: entries.length ? entries.map((entry) => nameOf(entry.importName)) : [],
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
    line: lineAt(start),
  }));
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.map((entry) => ({
      name: entry.exportName.kind === "None" ? "*" : nameOf(entry.exportName),
      local: entry.localName.name ?? undefined,
      from: entry.moduleRequest?.value,
      imported: entry.moduleRequest ? nameOf(entry.importName) : undefined,
      isType: entry.isType,
      line: lineAt(entry.start),
    })),
  );
  for (const { moduleRequest, start } of module.dynamicImports) {
    const literal = /^["'`]([^"'`$]+)["'`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal) imports.push({ request: literal[1], names: ["*"], isType: false, line: lineAt(start) });
  }
  for (const { from, line } of exports.filter((entry) => entry.from)) {
    if (!imports.some((known) => known.request === from)) {
      imports.push({ request: from, names: [], isType: false, line });
    }
  }
  return { imports, exports };
}

const nameOf = ({ kind, name }) => (kind === "Name" ? name : kind === "Default" ? "default" : "*");

/**
 * The workspaces with their folder and package.json.
 * @param {Project} project
 */
export function workspaces(project) {
  return project.files
    .filter((file) => /^((apps|packages)\/[^/]+|prisma|infra-templates|e2e)\/package\.json$/.test(file))
    .map((file) => ({ folder: path.posix.dirname(file), manifest: JSON.parse(project.read(file)) }));
}

/**
 * Finds the file an import means.
 * @param {Project} project
 * @returns {(from: string, request: string) => string | undefined} undefined for packages from npm and unknown files
 */
export function createResolver(project) {
  const known = new Set(project.files);
  const own = workspaces(project);
  const asFile = (base) =>
    [
      base,
      ...[".ts", ".tsx", ".mts", ".mjs", ".js", ".json", "/index.ts", "/index.tsx"].map((end) => base + end),
    ].find((candidate) => known.has(candidate));
  return (from, request) => {
    if (request.startsWith(".")) return asFile(path.posix.join(path.posix.dirname(from), request));
    if (request.startsWith("@/")) {
      const workspace = own.find(({ folder }) => from.startsWith(`${folder}/`));
      return workspace && asFile(`${workspace.folder}/src/${request.slice(2)}`);
    }
    const target = own.find(
      ({ manifest }) => request === manifest.name || request.startsWith(`${manifest.name}/`),
    );
    if (!target) return undefined;
    const exported = target.manifest.exports?.[`.${request.slice(target.manifest.name.length)}`];
    return exported && asFile(path.posix.join(target.folder, exported));
  };
}

function once(work) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key);
  };
}

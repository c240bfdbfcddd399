import path from "node:path";
import { createResolver, isTest, readModule, sourceFiles, workspaces } from "./project.mjs";

/** Files that a tool or a person starts, by their names. */
const STARTED_BY_NAME = [
  /(^|\/)[^/]+\.config\.(ts|mts|mjs)$/,
  /^apps\/[^/]+\/src\/main\.ts$/,
  /^apps\/portal\/src\/app\/(.+\/)?(page|layout|route|loading|error|global-error|not-found|template|default|icon|opengraph-image|manifest|robots|sitemap|forbidden|unauthorized)\.tsx?$/,
  /^apps\/portal\/src\/(instrumentation|instrumentation-client|proxy|middleware|i18n\/request)\.ts$/,
  /^prisma\/(seed\/main|testing\/global-setup|src\/migrate)\.ts$/,
  /^e2e\/setup\//,
  /^packages\/pricing\/src\/models\/[^/]+\.cases\.ts$/,
  /^scripts\/(checks\/)?[^/]+\.mjs$/,
];

const isStarted = (file) => isTest(file) || STARTED_BY_NAME.some((pattern) => pattern.test(file));

/** Types beside a schema and those a package passes on are how it speaks; such a type may wait for its first user. */
function contractFiles(project) {
  const targets = workspaces(project).flatMap(({ folder, manifest }) =>
    Object.values(manifest.exports ?? {}).map((target) => path.posix.join(folder, target)),
  );
  return new Set([
    ...targets,
    ...project.files.filter((file) => /\/src\/(contract|blueprint)\.ts$/.test(file)),
  ]);
}

export default {
  name: "no dead code",
  /** @param {import("./project.mjs").Project} project */
  run(project) {
    const resolve = createResolver(project);
    const modules = new Map(sourceFiles(project).map((file) => [file, readModule(project, file)]));
    const contracts = contractFiles(project);
    const uses = collectUses(modules, resolve);
    const texts = new Map([...modules.keys()].map((file) => [file, project.read(file)]));
    const problems = [];
    for (const [file, { exports }] of modules) {
      if (isStarted(file)) continue;
      const used = uses.get(file);
      const isNamed = isNamedElsewhere(file, texts);
      if (!used && !isNamed) {
        problems.push(`${file} is imported by nothing: delete it`);
        continue;
      }
      if (used?.has("*") || (isNamed && !used)) continue;
      for (const { name, isType, line } of exports) {
        if (name === "*" || used?.has(name)) continue;
        const isContract = contracts.has(file);
        if ((isType || isContract) && isMentionedTwice(texts.get(file), name)) continue;
        if (isType && isContract) continue;
        problems.push(`${file}:${line}: nobody imports ${name}: delete it, or do not export it`);
      }
    }
    return [...problems, ...dependencyProblems(project, modules)];
  },
};

/** A type, or a part of a contract, that shapes something else of its file is alive, imported or not. */
const isMentionedTwice = (text, name) => text.split(new RegExp(`\\b${name}\\b`)).length > 2;

/**
 * Which names of which file somebody imports. What a file passes on counts when somebody takes it from there.
 * @returns {Map<string, Set<string>>}
 */
function collectUses(modules, resolve) {
  const uses = new Map();
  const passedOn = new Map();
  const queue = [];
  const use = (file, name) => {
    if (!uses.has(file)) uses.set(file, new Set());
    const names = uses.get(file);
    if (names.has(name)) return;
    names.add(name);
    queue.push([file, name]);
  };
  for (const [file, { imports, exports }] of modules) {
    passedOn.set(
      file,
      exports.filter((entry) => entry.from),
    );
    for (const { request, names } of imports) {
      const target = resolve(file, request);
      if (!target || !modules.has(target)) continue;
      if (!uses.has(target)) uses.set(target, new Set());
      for (const name of names) use(target, name);
    }
    if (isStarted(file)) {
      for (const { from, imported } of passedOn.get(file)) {
        const target = resolve(file, from);
        if (target) use(target, imported);
      }
    }
  }
  while (queue.length) {
    const [file, name] = queue.pop();
    for (const entry of passedOn.get(file) ?? []) {
      const target = resolve(file, entry.from);
      if (!target || !modules.has(target)) continue;
      if (entry.name === "*") use(target, name);
      else if (entry.name === name || name === "*") use(target, entry.imported);
    }
  }
  return uses;
}

/** A program started by path: a child process, an `--import` hook, a fixture. */
function isNamedElsewhere(file, texts) {
  const base = path.posix.basename(file);
  const pattern = new RegExp(`["'\`/]${base.replaceAll(".", "\\.")}["'\`\\s]`);
  return [...texts].some(([other, text]) => other !== file && pattern.test(text));
}

/** The generated Prisma client, which git does not keep, imports this. */
const USED_BY_GENERATED_CODE = new Set(["@prisma/client"]);

function dependencyProblems(project, modules) {
  const peersOf = peersFromLockfile(project);
  return workspaces(project).flatMap(({ folder, manifest }) => {
    const imported = new Set();
    for (const [file, { imports }] of modules) {
      if (!file.startsWith(`${folder}/`)) continue;
      for (const { request } of imports)
        if (!/^(\.|@\/|node:)/.test(request)) imported.add(packageOf(request));
    }
    const text = project.files
      .filter((file) => file.startsWith(`${folder}/`) || file.startsWith(`scripts/${folder}`))
      .filter((file) => /\.(ts|tsx|mts|mjs|css|json)$/.test(file) && !file.endsWith("/package.json"))
      .map((file) => project.read(file))
      .join("\n");
    const scripts = Object.values(manifest.scripts ?? {}).join("\n");
    const declared = { ...manifest.dependencies, ...manifest.devDependencies };
    const peers = new Set(Object.keys(declared).flatMap(peersOf));
    const isUsed = (name) =>
      imported.has(name) ||
      USED_BY_GENERATED_CODE.has(name) ||
      peers.has(name) ||
      text.includes(`"${name}`) ||
      scripts.split(/\s+/).includes(name) ||
      (name.startsWith("@types/") && isUsed(name.slice("@types/".length)));
    return [
      ...Object.keys(declared)
        .filter((name) => !isUsed(name))
        .map((name) => `${folder}/package.json: nothing uses ${name}`),
      ...[...imported]
        .filter((name) => !(name in declared) && name !== manifest.name && !isFromRoot(project, name))
        .map((name) => `${folder}/package.json: ${name} is imported, but not declared`),
    ];
  });
}

/** What a package wants its user to bring along, by the lockfile. */
function peersFromLockfile(project) {
  const isLocked = project.files.includes("package-lock.json");
  const packages = isLocked ? JSON.parse(project.read("package-lock.json")).packages : {};
  return (name) => Object.keys(packages[`node_modules/${name}`]?.peerDependencies ?? {});
}

/** Test tools are declared once, at the root. */
function isFromRoot(project, name) {
  const { devDependencies = {} } = JSON.parse(project.read("package.json"));
  return name in devDependencies || name === "bun";
}

const packageOf = (request) =>
  request
    .split("/")
    .slice(0, request.startsWith("@") ? 2 : 1)
    .join("/");

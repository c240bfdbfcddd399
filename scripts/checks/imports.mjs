import path from "node:path";
// dependency-cruiser reads TypeScript, and imports of types, with it.
import "@swc/core";
import { cruise } from "dependency-cruiser";
import { COMMANDS, CONCEPTS, FOR_TESTS, INSIDE, LAYERS, RESTRICTED } from "./layers.mjs";
import { TEST, workspaces } from "./project.mjs";

const FOLDERS = ["apps", "packages", "prisma", "infra-templates", "e2e", "scripts"];
const OURS = `^(${FOLDERS.join("|")})/`;
const TABLE = "scripts/checks/layers.mjs";
const GENERATED = "^prisma/generated/|(^|/)[.]next|/golden/";

export default {
  name: "imports",
  /** @param {import("./project.mjs").Project} project */
  async run(project) {
    const { violations } = await readImports(project);
    return [
      ...unknownEntries(project),
      ...violations.map(({ from, to, rule, comment, cycle }) =>
        cycle
          ? `a circle: ${[from, ...cycle.map(({ name }) => name)].join(" → ")}`
          : `${from} imports ${to}: ${comment ?? rule.name}`,
      ),
    ];
  },
};

/** By project: what files import, and which of it no rule allows. */
const read = new Map();

/**
 * @param {import("./project.mjs").Project} project
 * @returns {Promise<{imports: Map<string, {file: string, isPassedOn: boolean}[]>, violations: object[]}>}
 */
export function readImports(project) {
  if (!read.has(project)) read.set(project, cruiseAll(project));
  return read.get(project);
}

async function cruiseAll(project) {
  const rules = forbidden(project);
  const { output } = await cruise(
    FOLDERS.filter((folder) => project.files.some((file) => file.startsWith(`${folder}/`))),
    {
      baseDir: project.root,
      parser: "swc",
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
      exclude: { path: GENERATED },
      validate: true,
      ruleSet: { forbidden: rules },
      skipAnalysisNotInRules: true,
    },
    {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".json"],
    },
  );
  const comments = new Map(rules.map(({ name, comment }) => [name, comment]));
  return {
    imports: new Map(
      output.modules.map(({ source, dependencies }) => [
        source,
        dependencies.map(({ resolved, dependencyTypes }) => ({
          file: resolved,
          isPassedOn: dependencyTypes.includes("export"),
        })),
      ]),
    ),
    violations: output.summary.violations.map((one) => ({ ...one, comment: comments.get(one.rule.name) })),
  };
}

function forbidden(project) {
  const fileOf = exportedFiles(project);
  return [
    { name: "no circles, not of types either", from: {}, to: { circular: true } },
    {
      name: "tests are for tests",
      from: { path: OURS, pathNot: [TEST.source, COMMANDS.source] },
      to: { path: TEST.source, pathNot: "node_modules" },
    },
    {
      name: "a package is imported by its name",
      from: { path: "^(packages|apps)/([^/]+)/", pathNot: TEST.source },
      to: { path: OURS, pathNot: "^$1/$2/", dependencyTypes: ["local"] },
    },
    {
      name: "a package imports its own files by their path",
      from: { path: "^(packages|apps)/([^/]+)/" },
      to: { path: "^$1/$2/(?!node_modules/)", dependencyTypesNot: ["local"] },
    },
    ...Object.entries(LAYERS).flatMap(([folder, allowed]) => layerRules(folder, allowed, fileOf)),
    ...RESTRICTED.map(({ packages, folders }) => ({
      name: packages.join(", "),
      comment: `only ${folders.join(" and ")} may`,
      from: { path: OURS, pathNot: [...folders.map((one) => `^${one}/`), TEST.source, COMMANDS.source] },
      to: { path: `(^|/)node_modules/(${packages.join("|")})(/|$)` },
    })),
    ...INSIDE.map(({ from, to, because }) => ({
      name: because,
      from: { path: from, pathNot: TEST.source },
      to: { path: to, pathNot: TEST.source },
    })),
  ].map((rule) => ({ severity: "error", ...rule }));
}

function layerRules(folder, allowed, fileOf) {
  const inner = Object.keys(LAYERS).filter((other) => other.startsWith(`${folder}/`));
  const own = `^${/^(apps|packages)\/[^/]+|^[^/]+/.exec(folder)[0]}/`;
  const targets = allowed.map(fileOf).filter(Boolean);
  const comment = `it may import ${allowed.join(", ") || "nothing of ours"}`;
  const from = (extra) => ({
    path: `^${folder}/`,
    pathNot: [...inner.map((one) => `^${one}/`), COMMANDS.source, ...extra],
  });
  return [
    {
      name: `layer of ${folder}`,
      comment,
      from: from([TEST.source]),
      to: { path: OURS, pathNot: [own, ...targets] },
    },
    {
      name: `layer of the tests of ${folder}`,
      comment: `${comment}, and for tests ${FOR_TESTS.join(", ")}`,
      from: { ...from([]), path: `^${folder}/.*(${TEST.source})` },
      to: { path: OURS, pathNot: [own, TEST.source, ...targets, ...FOR_TESTS.map(fileOf).filter(Boolean)] },
    },
  ];
}

/**
 * A workspace that the table forgets, and what the table names and no workspace has: not every concept has
 * every part.
 */
function unknownEntries(project) {
  const fileOf = exportedFiles(project);
  const folders = workspaces(project).map(({ folder }) => folder);
  const isConcept = (entry) => CONCEPTS.includes(entry.split("/")[0]);
  const entries = new Set([...Object.values(LAYERS).flat(), ...FOR_TESTS].filter((one) => !isConcept(one)));
  return [
    ...folders.filter((one) => !(one in LAYERS)).map((one) => `${one} has no layer in ${TABLE}`),
    ...[...entries].filter((one) => !fileOf(one)).map((one) => `${TABLE} names ${one}, which is not there`),
  ];
}

/**
 * Makes an entry of the table a pattern of the files that it means.
 * @returns {(entry: string) => string | undefined}
 */
function exportedFiles(project) {
  const own = workspaces(project);
  return (entry) => {
    if (entry === "scripts") return "^scripts/";
    const [name, part] = entry.split("/");
    const found = own.find(({ folder }) => path.posix.basename(folder) === name);
    if (part === undefined) return found && `^${found.folder}/`;
    const target = found?.manifest.exports?.[part === "." ? "." : `./${part}`];
    return target && `^${path.posix.join(found.folder, target).replaceAll(".", "[.]")}$`;
  };
}

import path from "node:path";
import { brokenWays } from "./main-ways.mjs";
import { workspaces } from "./project.mjs";

const MAX_README_LINES = 25;
const RECORD = /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/;
const RECORD_START = /^# (\d{4}): \S.*\n\n(Accepted|Replaced by \d{4}), \d{4}-\d\d-\d\d\n\n## Context\n/;
const SECTIONS = ["## Context", "## Decision", "## Consequences"];
/** A file that a README names: `append-audit.ts`, `lease/lease.ts`. */
const FILE = /`([\w-][\w./-]*\.(?:tsx?|mjs|json|prisma))`/g;
/**
 * A name of the code that a README holds, such as `withFence` and `may(actor, permission)`: not a plain word.
 */
const IDENTIFIER = /`(\w*(?:[a-z][A-Z]|_)\w*)(?:\([^`]*\))?`/g;
const LINK = /\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)/g;

export default {
  name: "documents",
  /** @param {import("./project.mjs").Project} project */
  async run(project) {
    return [
      ...decisionRecords(project),
      ...readmes(project),
      ...links(project),
      ...(await brokenWays(project, "docs/architecture.md")),
    ];
  },
};

/** Numbered without gaps, and all of one form. */
function decisionRecords(project) {
  const records = project.files.filter((file) => file.startsWith("docs/decisions/"));
  return records.flatMap((file, index) => {
    const wanted = String(index + 1).padStart(4, "0");
    const text = project.read(file);
    const number = RECORD.exec(file)?.[1];
    const sections = text.split("\n").filter((line) => line.startsWith("## "));
    return [
      ...(number === wanted ? [] : [`${file}: its number should be ${wanted}`]),
      ...(RECORD_START.exec(text)?.[1] === number && number
        ? []
        : [`${file}: begins with "# ${number}: Title", a line "Accepted, YYYY-MM-DD" and "## Context"`]),
      ...(sections.join() === SECTIONS.join() ? [] : [`${file}: its sections are ${SECTIONS.join(", ")}`]),
    ];
  });
}

/** Each workspace says in a few lines what it is, what always holds in it, and who its neighbours are. */
function readmes(project) {
  const known = wordsOfTheCode(project);
  return workspaces(project).flatMap(({ folder }) => {
    const file = `${folder}/README.md`;
    if (!project.files.includes(file)) return [`${file} is missing`];
    const lines = project.read(file).trimEnd().split("\n");
    const title = `# ${path.posix.basename(folder)}`;
    return [
      ...(lines[0] === title ? [] : [`${file}: its title should be "${title}"`]),
      ...(lines.some((line) => line.startsWith("Neighbours: "))
        ? []
        : [`${file}: has no line "Neighbours: …"`]),
      ...[...project.read(file).matchAll(FILE)]
        .filter(([, name]) => !project.files.some((one) => `/${one}`.endsWith(`/${name}`)))
        .map(([, name]) => `${file}: names ${name}, which is not there`),
      ...[...project.read(file).matchAll(IDENTIFIER)]
        .filter(([, name]) => !known.has(name))
        .map(([, name]) => `${file}: names ${name}, which no code has`),
      ...(lines.length <= MAX_README_LINES
        ? []
        : [`${file} has ${lines.length} lines: move what is more than an overview to docs`]),
    ];
  });
}

function wordsOfTheCode(project) {
  const code = project.files.filter((file) => /\.(tsx?|mjs|prisma)$/.test(file));
  return new Set(code.flatMap((file) => project.read(file).match(/\w+/g) ?? []));
}

function links(project) {
  const known = new Set(project.files);
  const isThere = (target) =>
    known.has(target) || project.files.some((file) => file.startsWith(`${target}/`));
  return project.files
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) =>
      [...project.read(file).matchAll(LINK)]
        .map(([, target]) => target)
        .filter((target) => !/^[a-z]+:/.test(target))
        .filter((target) => !isThere(path.posix.join(path.posix.dirname(file), target)))
        .map((target) => `${file}: links to ${target}, which is not there`),
    );
}

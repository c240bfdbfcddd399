import { readImports } from "./imports.mjs";

/** An item of a numbered list: its file, and where the way goes on by something else than an import, that name. */
const STEP = /^\d+\. `([^`]+)`.*?(?:⇢ `([^`]+)`)?$/;
const MAX_INDEXES = 2;

/**
 * Holds the numbered lists of files of a page against the code: each file exists and imports the next one, also through an
 * index; where it says `⇢ name`, both files hold that name instead (a procedure, a job, a row).
 * @param {import("./project.mjs").Project} project
 * @param {string} page
 * @returns {Promise<string[]>}
 */
export async function brokenWays(project, page) {
  if (!project.files.includes(page)) return [];
  const { imports } = await readImports(project);
  const problems = [];
  let before;
  for (const line of project.read(page).split("\n")) {
    const [, file, name] = STEP.exec(line) ?? [];
    if (file === undefined) {
      if (/^(#|\S.*:$)/.test(line)) before = undefined;
      continue;
    }
    if (!project.files.includes(file)) problems.push(`${page}: ${file} is not there`);
    else if (before)
      problems.push(...brokenLink(project, imports, before, file).map((why) => `${page}: ${why}`));
    before = project.files.includes(file) ? { file, name } : undefined;
  }
  return problems;
}

function brokenLink(project, imports, { file, name }, next) {
  if (name === undefined) {
    return leadsTo(imports, file, next, MAX_INDEXES) ? [] : [`${file} does not import ${next}`];
  }
  return [file, next]
    .filter((one) => !project.read(one).includes(name))
    .map((one) => `${one} does not mention ${name}`);
}

/** A file that only passes on what others export does not count. */
function leadsTo(imports, file, next, indexesLeft) {
  const targets = imports.get(file) ?? [];
  return targets.some(
    (target) =>
      target.file === next ||
      (indexesLeft > 0 &&
        isIndex(imports, target.file) &&
        leadsTo(imports, target.file, next, indexesLeft - 1)),
  );
}

function isIndex(imports, file) {
  const targets = imports.get(file) ?? [];
  return targets.length > 0 && targets.every(({ isPassedOn }) => isPassedOn);
}

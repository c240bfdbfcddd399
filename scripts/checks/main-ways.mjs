import { readImports } from "./imports.mjs";

/**
 * An item of a numbered list: its file, and where the way goes on by something else than an import, that
 * name.
 */
const STEP = /^\d+\. `([^`]+)`.*?(?:⇢ `([^`]+)`)?$/;
/** How many files the ways of the page may have, in its order: longer ones are hard to follow. */
const MOST_FILES = [9, 9, 8, 8];
const MAX_INDEXES = 2;

/**
 * Holds the numbered lists of files of a page against the code: each file exists, and of two neighbours one
 * imports the other, also through an index; where it says `⇢ name`, both hold that name instead (a procedure,
 * a job, a column).
 * @param {import("./project.mjs").Project} project
 * @param {string} page
 * @returns {Promise<string[]>}
 */
export async function brokenWays(project, page) {
  if (!project.files.includes(page)) return [`${page} is missing`];
  const { imports } = await readImports(project);
  const ways = readWays(project.read(page));
  const problems =
    ways.length === MOST_FILES.length ? [] : [`it shows ${ways.length} of ${MOST_FILES.length} ways`];
  for (const [index, way] of ways.entries()) {
    const most = MOST_FILES[index] ?? 0;
    if (way.length > most)
      problems.push(`the way from ${way[0].file} has ${way.length} files, at most ${most}`);
    const missing = way.filter(({ file }) => !project.files.includes(file));
    problems.push(...missing.map(({ file }) => `${file} is not there`));
    if (missing.length === 0) problems.push(...brokenLinks(project, imports, way));
  }
  return problems.map((problem) => `${page}: ${problem}`);
}

/** The numbered lists, one after another. */
function readWays(text) {
  const ways = [];
  let isInList = false;
  for (const line of text.split("\n")) {
    const [, file, name] = STEP.exec(line) ?? [];
    if (file !== undefined) {
      if (!isInList) ways.push([]);
      ways.at(-1).push({ file, name });
    }
    isInList = file !== undefined || (isInList && line !== "");
  }
  return ways;
}

function brokenLinks(project, imports, way) {
  return way.slice(1).flatMap(({ file: next }, index) => {
    const { file, name } = way[index];
    if (name !== undefined) {
      const silent = [file, next].filter((one) => !project.read(one).includes(name));
      return silent.map((one) => `${one} does not mention ${name}`);
    }
    const isLinked = leadsTo(imports, file, next, MAX_INDEXES) || leadsTo(imports, next, file, MAX_INDEXES);
    return isLinked ? [] : [`${file} and ${next} do not import each other`];
  });
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

import { createResolver, readModule } from "./project.mjs";

/** An item of a numbered list: its file, and where the way goes on by something else than an import, that name. */
const STEP = /^\d+\. `([^`]+)`.*?(?:⇢ `([^`]+)`)?$/;
const MAX_INDEXES = 2;

/**
 * Holds the numbered lists of files of a page against the code: each file exists and imports the next one, also through an
 * index; where it says `⇢ name`, both files hold that name instead (a procedure, a job, a row).
 * @param {import("./project.mjs").Project} project
 * @param {string} page
 * @returns {string[]}
 */
export function brokenWays(project, page) {
  if (!project.files.includes(page)) return [];
  const resolve = createResolver(project);
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
      problems.push(...brokenLink(project, resolve, before, file).map((why) => `${page}: ${why}`));
    before = project.files.includes(file) ? { file, name } : undefined;
  }
  return problems;
}

function brokenLink(project, resolve, { file, name }, next) {
  if (name === undefined) {
    return leadsTo(project, resolve, file, next, MAX_INDEXES) ? [] : [`${file} does not import ${next}`];
  }
  return [file, next]
    .filter((one) => !project.read(one).includes(name))
    .map((one) => `${one} does not mention ${name}`);
}

function leadsTo(project, resolve, file, next, indexesLeft) {
  const targets = readModule(project, file).imports.map(({ request }) => resolve(file, request));
  if (targets.includes(next)) return true;
  return targets.some(
    (target) =>
      indexesLeft > 0 &&
      target !== undefined &&
      isIndex(project, target) &&
      leadsTo(project, resolve, target, next, indexesLeft - 1),
  );
}

/** A file that only passes on what others export. */
function isIndex(project, file) {
  if (!/\.tsx?$/.test(file)) return false;
  const { exports } = readModule(project, file);
  return exports.length > 0 && exports.every(({ from }) => from !== undefined);
}

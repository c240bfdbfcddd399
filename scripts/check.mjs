/**
 * `npm run check [name]`: the rules of this repository, each a named check that fails.
 * A check is {name, run(project) → problems}; see scripts/checks.
 */
import cloudStatuses from "./checks/cloud-statuses.mjs";
import commentWidths from "./checks/comment-widths.mjs";
import documents from "./checks/documents.mjs";
import fileSizes from "./checks/file-sizes.mjs";
import imports from "./checks/imports.mjs";
import lockfile from "./checks/lockfile.mjs";
import messages from "./checks/messages.mjs";
import names from "./checks/names.mjs";
import privateAddresses from "./checks/private-addresses.mjs";
import { projectFromGit } from "./checks/project.mjs";
import { deadCode, format, migrations, types } from "./checks/tools.mjs";
import versions from "./checks/versions.mjs";
import { generateClient } from "./prisma.mjs";
import { root } from "./stack/paths.mjs";

const MAX_SHOWN = 60;
const ALL = [
  imports,
  fileSizes,
  commentWidths,
  cloudStatuses,
  names,
  deadCode,
  messages,
  documents,
  lockfile,
  versions,
  privateAddresses,
  format,
  types,
  migrations,
];

generateClient();
const wanted = process.argv.slice(2).join(" ");
const checks = ALL.filter((check) => check.name.includes(wanted));
if (checks.length === 0) {
  console.error(`No check is called "${wanted}". There are: ${ALL.map((check) => check.name).join(", ")}.`);
  process.exit(2);
}

const project = projectFromGit(root);
let failed = 0;
for (const check of checks) {
  const startedAt = performance.now();
  let problems;
  try {
    problems = await check.run(project);
  } catch (error) {
    problems = [error.message];
  }
  const elapsed = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  console.log(`${problems.length ? "✗" : "✓"} ${check.name} (${elapsed})`);
  for (const problem of problems.slice(0, MAX_SHOWN))
    console.log(`    ${problem.replaceAll("\n", "\n    ")}`);
  if (problems.length > MAX_SHOWN) console.log(`    … and ${problems.length - MAX_SHOWN} more`);
  if (problems.length) failed++;
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

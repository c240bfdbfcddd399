import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildDashboards } from "@greenroom/infra-templates/grafana";

const USAGE = `npm run dashboards -- --out DIR [--portal URL]

  --out DIR      where the dashboards go, one <uid>.json each
  --portal URL   address of Greenroom, where their links back lead (default http://127.0.0.1:4310)`;

const options = {
  out: { type: "string" },
  portal: { type: "string", default: "http://127.0.0.1:4310" },
  help: { type: "boolean", default: false },
} as const;

/** Says what is wrong with the command, and ends. */
function refuse(problem: string): never {
  console.error(`${problem}\n\n${USAGE}`);
  process.exit(1);
}

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const { out, portal, help } = readOptions();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
if (!out) refuse("Say where the dashboards go: --out DIR.");
if (!/^https?:\/\//.test(portal) || !URL.canParse(portal))
  refuse(`"${portal}" is no address: --portal takes one.`);
const folder = path.resolve(out);
mkdirSync(folder, { recursive: true });
for (const dashboard of Object.values(buildDashboards(portal.replace(/\/+$/, "")))) {
  const file = path.join(folder, `${dashboard.uid}.json`);
  writeFileSync(file, `${JSON.stringify(dashboard, null, 2)}\n`);
  console.log(`${path.relative(process.cwd(), file)}  ${dashboard.title}`);
}

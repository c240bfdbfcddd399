import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { startStack } from "../stack.mjs";
import { measureApproveToStart } from "./approve-to-start";
import type { BenchStack } from "./bench-stack";
import { measureCostDashboard } from "./cost-dashboard";
import { measureDeployPlatform } from "./deploy-platform";
import { measureDriftFleet } from "./drift-fleet";
import { measureDurability } from "./durability";
import { measureEnvironmentList } from "./environment-list";
import { measureEstimate } from "./estimate";
import { measureLiveEstimate } from "./live-estimate";
import { measurePolicy } from "./policy";
import { measureSession } from "./session";
import type { Finding } from "./statistics";
import { measureSynthesis } from "./synthesis";

const MEASUREMENTS: Record<string, (stack: BenchStack) => Promise<Finding[]>> = {
  "approve-to-start": measureApproveToStart,
  synthesis: measureSynthesis,
  policy: measurePolicy,
  estimate: measureEstimate,
  "live-estimate": measureLiveEstimate,
  durability: measureDurability,
  session: measureSession,
  "environment-list": measureEnvironmentList,
  "cost-dashboard": measureCostDashboard,
  "drift-fleet": measureDriftFleet,
  "deploy-platform": measureDeployPlatform,
};

function print(findings: Finding[]): void {
  const rows = findings.map(({ what, measured, control, result, goal, isMet }) => [
    what,
    measured,
    control,
    result,
    `${goal} ${isMet === null ? "" : isMet ? "(met)" : "(MISSED)"}`,
  ]);
  const table = [["what", "measured", "control", "result", "goal"], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column]!)).join("  "));
}

async function main(): Promise<void> {
  const only = process.argv.slice(2);
  const unknown = only.filter((name) => !(name in MEASUREMENTS));
  if (unknown.length)
    throw new Error(`There is no measurement "${unknown[0]}": use ${Object.keys(MEASUREMENTS).join(", ")}.`);
  const data = mkdtempSync(path.join(tmpdir(), "greenroom-bench-"));
  // A worker that loads its engines at its start would take the first measurement's processor.
  const env = { ...process.env, WORKER_WARM_UP: "0" };
  const stack = await startStack({ data, port: 0, durations: 0, env });
  const findings: Finding[] = [];
  try {
    for (const [name, measure] of Object.entries(MEASUREMENTS)) {
      if (only.length && !only.includes(name)) continue;
      console.log(`measuring ${name} (load average ${loadavg()[0]?.toFixed(2)}) …`);
      findings.push(...(await measure(stack)));
    }
  } finally {
    await stack.stop();
    rmSync(data, { recursive: true, force: true });
    // Also when a later measurement failed.
    print(findings);
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSynthesizer } from "@greenroom/cloud/synth";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { estimateTemplates } from "@greenroom/pricing";
import { checkTemplates, diffTemplates } from "@greenroom/template-analysis";
import { fullPlatform } from "../../infra-templates/testing/full-platform";
import { BENCH_CONTEXT } from "./cdk-app";
import { childPids, newChildrenMb } from "./child-memory";
import { type Finding, milliseconds, quantile } from "./statistics";

const ROUNDS = 5;
const WARM_PER_ROUND = 8;
const root = path.resolve(import.meta.dirname, "../..");

type Synthesizer = ReturnType<typeof createSynthesizer>;

/**
 * The full platform with every option on: warm synthesis, and a whole plan (synthesis, difference, checks,
 * estimate), against `cdk synth` of the same app, interleaved.
 */
export async function measureSynthesis(): Promise<Finding[]> {
  const earlier = childPids();
  const synthesizer = createSynthesizer();
  const out = mkdtempSync(path.join(tmpdir(), "greenroom-cdk-"));
  try {
    const coldMs = await timed(() => synthesize(synthesizer));
    for (let warm = 0; warm < 5; warm++) await plan(synthesizer);
    const [synths, plans, cli]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      for (let n = 0; n < WARM_PER_ROUND; n++) {
        synths.push(await timed(() => synthesize(synthesizer)));
        plans.push(await timed(() => plan(synthesizer)));
      }
      cli.push(await timed(async () => cdkSynth(out)));
    }
    const memoryMb = Math.max(...newChildrenMb(earlier));
    const [synthMs, planMs, cliMs] = [quantile(synths, 0.5), quantile(plans, 0.5), quantile(cli, 0.5)];
    const control = `cdk synth ${milliseconds(cliMs)}`;
    return [
      {
        what: `full platform: warm synthesis, p50 (n = ${synths.length})`,
        measured: `${milliseconds(synthMs)} (p95 ${milliseconds(quantile(synths, 0.95))})`,
        control,
        result: `${(cliMs / synthMs).toFixed(0)}x faster`,
        goal: "≤ 250 ms, ≥ 20x",
        isMet: synthMs <= 250 && cliMs / synthMs >= 20,
      },
      {
        what: "full platform: first synthesis with the start of its child; memory of the child",
        measured: `${milliseconds(coldMs)}, ${memoryMb} MB`,
        control,
        result: `${(cliMs / coldMs).toFixed(1)}x faster`,
        goal: "≤ 1.5 s, ≤ 250 MB",
        isMet: coldMs <= 1_500 && memoryMb <= 250,
      },
      {
        what: `full platform: warm synthesis + plan + estimate, p50 (n = ${plans.length})`,
        measured: `${milliseconds(planMs)} (p95 ${milliseconds(quantile(plans, 0.95))})`,
        control,
        result: `${(cliMs / planMs).toFixed(0)}x faster`,
        goal: "≥ 25x",
        isMet: cliMs / planMs >= 25,
      },
    ];
  } finally {
    await synthesizer.close();
    rmSync(out, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const synthesize = (synthesizer: Synthesizer) =>
  synthesizer.synthesize({ blueprint: "ticketing", spec: fullPlatform(), context: BENCH_CONTEXT });

async function plan(synthesizer: Synthesizer): Promise<void> {
  const stacks = await synthesize(synthesizer);
  for (const stack of stacks) diffTemplates(null, JSON.parse(stack.template) as object);
  checkTemplates(stacks);
  estimateTemplates({ stacks, usage: getBlueprint("ticketing").usage(fullPlatform()), now: new Date() });
}

function cdkSynth(out: string): void {
  const app = "node --import tsx scripts/bench/cdk-app.ts";
  const cli = path.join(root, "node_modules/aws-cdk/bin/cdk");
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, "synth", "--quiet", "--app", app, "--output", out, "--no-notices"],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, CDK_DISABLE_VERSION_CHECK: "1", CI: "1" },
    },
  );
  if (status !== 0) throw new Error(`cdk synth failed: ${stderr}`);
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkTemplates, diffTemplates } from "@greenroom/cloud";
import { createSynthesizer } from "@greenroom/cloud/synth";
import { estimateTemplates } from "@greenroom/costs";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { BENCH_CONTEXT, benchSpec } from "./cdk-app";
import { type Finding, milliseconds, quantile } from "./statistics";

const ROUNDS = 5;
const WARM_PER_ROUND = 8;
const root = path.resolve(import.meta.dirname, "../..");

/** A warm plan (synthesis, difference, checks, estimate) of the ticketing app against `cdk synth` of the same app. */
export async function measureSynthesis(): Promise<Finding[]> {
  const synthesizer = createSynthesizer();
  const out = mkdtempSync(path.join(tmpdir(), "greenroom-cdk-"));
  try {
    const coldMs = await timed(() => plan(synthesizer));
    for (let warm = 0; warm < 5; warm++) await plan(synthesizer);
    const ours: number[] = [];
    const cli: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (let n = 0; n < WARM_PER_ROUND; n++) ours.push(await timed(() => plan(synthesizer)));
      cli.push(await timed(async () => cdkSynth(out)));
    }
    const [a, b] = [quantile(ours, 0.5), quantile(cli, 0.5)];
    return [
      {
        what: `warm synthesis + plan + estimate, p50 (n = ${ours.length}; first ${milliseconds(coldMs)})`,
        measured: `${milliseconds(a)} (p95 ${milliseconds(quantile(ours, 0.95))})`,
        control: `cdk synth ${milliseconds(b)}`,
        result: `${(b / a).toFixed(0)}x faster`,
        goal: "≥ 25x",
        isMet: b / a >= 25,
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

async function plan(synthesizer: ReturnType<typeof createSynthesizer>): Promise<void> {
  const stacks = await synthesizer.synthesize({
    blueprint: "ticketing",
    spec: benchSpec(),
    context: BENCH_CONTEXT,
  });
  for (const stack of stacks) diffTemplates(null, JSON.parse(stack.template) as object);
  checkTemplates(stacks);
  estimateTemplates({ stacks, usage: getBlueprint("ticketing").usage(benchSpec()) });
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

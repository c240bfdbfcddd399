import type { PolicyInput } from "@greenroom/cloud";
import { createPolicyChecker } from "@greenroom/cloud/policy";
import { createSynthesizer } from "@greenroom/cloud/synth";
import { fullPlatform } from "../../infra-templates/testing/full-platform";
import { BENCH_CONTEXT } from "./cdk-app";
import { childPids, newChildrenMb } from "./child-memory";
import { type Finding, milliseconds, quantile } from "./statistics";

const ROUNDS = 30;
const GOAL_MS = 500;

/**
 * Both policy engines over the full platform with every option on. Each round is another environment, so that
 * no template was seen before; the control is the same plan again, whose templates are known.
 */
export async function measurePolicy(): Promise<Finding[]> {
  const earlier = childPids();
  const synthesizer = createSynthesizer();
  const checker = createPolicyChecker();
  const planOf = async (round: number): Promise<PolicyInput> => {
    const context = { ...BENCH_CONTEXT, stage: "prod", environmentName: `bench-${round}` };
    const asked = { blueprint: "ticketing", spec: fullPlatform(), context };
    return { ...asked, stacks: await synthesizer.synthesize(asked) };
  };
  try {
    const first = await planOf(0);
    const coldMs = await timed(() => checker.check(first));
    for (let round = 1; round <= 5; round++) await checker.check(await planOf(round));
    const fresh: number[] = [];
    const known: number[] = [];
    for (let round = 6; round < 6 + ROUNDS; round++) {
      const plan = await planOf(round);
      fresh.push(await timed(() => checker.check(plan)));
      known.push(await timed(() => checker.check(plan)));
    }
    const [p50, p95] = [quantile(fresh, 0.5), quantile(fresh, 0.95)];
    const resources = first.stacks.flatMap(({ template }) =>
      Object.keys((JSON.parse(template) as { Resources: object }).Resources),
    ).length;
    return [
      {
        what: `policy checks of the full platform, warm p50 (${first.stacks.length} stacks, ${resources} resources; first ${milliseconds(coldMs)})`,
        measured: `${milliseconds(p50)} (p95 ${milliseconds(p95)})`,
        control: `templates known ${milliseconds(quantile(known, 0.5))}`,
        result: `children ${newChildrenMb(earlier).join(" and ")} MB`,
        goal: `≤ ${GOAL_MS} ms`,
        isMet: p50 <= GOAL_MS,
      },
    ];
  } finally {
    await Promise.all([synthesizer.close(), checker.close()]);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

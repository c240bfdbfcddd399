import { PortalApi } from "../../e2e/setup/portal-api";
import { fullPlatform } from "../../infra-templates/testing/full-platform";
import type { BenchStack } from "./bench-stack";
import { openLoad } from "./open-load";
import { type Finding, milliseconds, quantile } from "./statistics";

/** The price in the form while people type: 20 estimates a second over HTTP, signed in. */
export async function measureLiveEstimate({ url }: BenchStack): Promise<Finding[]> {
  const { cookie } = await PortalApi.signIn(url, "rina");
  const input = { blueprint: "ticketing", region: "ap-northeast-2", stage: "dev", spec: fullPlatform() };
  const estimate = `${url}/api/trpc/costs.estimate?input=${encodeURIComponent(JSON.stringify(input))}`;
  const load = (target: string) => openLoad(target, { perSecond: 20, seconds: 10, headers: { cookie } });
  await load(estimate);
  const control = await load(`${url}/api/health`);
  const ours = await load(estimate);
  const p95 = quantile(ours.latenciesMs, 0.95);
  return [
    {
      what: `live estimate of the full platform at 20/s, p95 (failures ${ours.failures})`,
      measured: milliseconds(p95),
      control: `health page ${milliseconds(quantile(control.latenciesMs, 0.95))}`,
      result: `${(p95 / quantile(control.latenciesMs, 0.95)).toFixed(1)}x`,
      goal: "≤ 50 ms",
      isMet: p95 <= 50 && ours.failures === 0,
    },
  ];
}

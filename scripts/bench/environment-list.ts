import { createDatabase } from "@greenroom/prisma";
import { seedManyEnvironments } from "@greenroom/prisma/seed";
import { PortalApi } from "../../e2e/setup/portal-api";
import type { BenchStack } from "./bench-stack";
import { openLoad } from "./open-load";
import { type Finding, milliseconds, quantile } from "./statistics";

const ENVIRONMENTS = 10_000;
const PER_SECOND = 50;
const SECONDS = 20;

/**
 * The signed-in list of environments, of which there are 10,000, at 50 pages a second; the health page is the
 * control.
 */
export async function measureEnvironmentList({ url, ownerUrl }: BenchStack): Promise<Finding[]> {
  const db = createDatabase(ownerUrl);
  await seedManyEnvironments(db, ENVIRONMENTS);
  await db.$executeRaw`ANALYZE "Environment"`;
  await db.$disconnect();
  const { cookie } = await PortalApi.signIn(url, "pat");
  const load = (path: string, seconds = SECONDS) =>
    openLoad(`${url}${path}`, { perSecond: PER_SECOND, seconds, headers: { cookie } });
  await load("/environments", 5);
  const control = await load("/api/health");
  const page = await load("/environments");
  const query = await load(
    `/api/trpc/environments.list?input=${encodeURIComponent(JSON.stringify({ limit: 50 }))}`,
  );
  const controlP95 = quantile(control.latenciesMs, 0.95);
  const row = (what: string, { latenciesMs, failures }: typeof page): Finding => {
    const p95 = quantile(latenciesMs, 0.95);
    return {
      what: `${what} at ${PER_SECOND}/s of ${ENVIRONMENTS.toLocaleString("en")}, p95 (failures ${failures})`,
      measured: `${milliseconds(p95)} (p50 ${milliseconds(quantile(latenciesMs, 0.5))})`,
      control: `health page ${milliseconds(controlP95)}`,
      result: `${(p95 / controlP95).toFixed(1)}x`,
      goal: "≤ 100 ms",
      isMet: p95 <= 100 && failures === 0,
    };
  };
  return [row("environment page", page), row("environment list over tRPC", query)];
}

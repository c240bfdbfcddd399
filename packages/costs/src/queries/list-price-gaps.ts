import { setImmediate } from "node:timers/promises";
import { isAppError } from "@greenroom/errors";
import type { Actor } from "@greenroom/identity/schema";
import type { PriceBook } from "@greenroom/pricing";
import { type Estimate, isUnpriced } from "@greenroom/pricing/schema";
import type { Database } from "@greenroom/prisma";
import type { PriceGap, PriceGaps, PriceGapsInput } from "../schema";
import { estimateSpec } from "./estimate-spec";
import { teamsInScope } from "./teams-in-scope";

/** Each takes a few milliseconds of the portal's one thread. */
const MAX_CHECKED = 20;

/** What the totals of the most expensive environments leave out, or price by an old figure. */
export async function listPriceGaps(
  deps: { db: Database; book: PriceBook; now: () => Date },
  actor: Actor,
  input: PriceGapsInput,
): Promise<PriceGaps> {
  const teamIds = teamsInScope(actor, input.teamId);
  const where = {
    status: { not: "DESTROYED" as const },
    stage: input.stage,
    ...(teamIds === null ? {} : { teamId: { in: teamIds } }),
  };
  const [environments, environmentCount] = await Promise.all([
    deps.db.environment.findMany({
      where,
      select: { id: true, name: true, blueprint: true, region: true, stage: true, spec: true },
      orderBy: [{ monthlyCostUsd: { sort: "desc", nulls: "last" } }, { id: "asc" }],
      take: MAX_CHECKED,
    }),
    deps.db.environment.count({ where }),
  ]);
  const gaps = new Map<string, PriceGap>();
  let checkedCount = 0;
  for (const { id, name, ...rest } of environments) {
    // Others wait for the same thread: they go first.
    await setImmediate();
    const estimate = estimateIfKnown(deps, { ...rest, spec: rest.spec as Record<string, unknown> });
    if (!estimate) continue;
    checkedCount++;
    for (const gap of gapsOf(estimate, rest.region)) {
      const key = [gap.kind, gap.service, gap.name, gap.region].join("|");
      const known = gaps.get(key) ?? { ...gap, environments: [] };
      if (known.environments.at(-1)?.id !== id) known.environments.push({ id, name });
      gaps.set(key, known);
    }
  }
  return {
    gaps: [...gaps.values()].sort((a, b) => b.environments.length - a.environments.length),
    checkedCount,
    environmentCount,
  };
}

/** Null for an environment of a blueprint or form that is no more: there is no price to look at. */
function estimateIfKnown(
  deps: { book: PriceBook; now: () => Date },
  input: Parameters<typeof estimateSpec>[1],
): Estimate | null {
  try {
    return estimateSpec(deps, input);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

type Gap = Omit<PriceGap, "environments">;

function gapsOf(estimate: Estimate, region: string): Gap[] {
  const components = estimate.resources.flatMap(({ service, components: parts }) =>
    parts
      .filter((part) => (isUnpriced(part) && !part.notKnown) || part.isStale)
      .map(({ name, source, asOf, isStale }): Gap => {
        return { kind: isStale ? "STALE" : "UNPRICED", service, name, region, source, asOf };
      }),
  );
  const types = estimate.notModelled.map(
    ({ resourceType }): Gap => ({
      kind: "NOT_MODELLED",
      service: resourceType.split("::")[1] ?? resourceType,
      name: resourceType,
      region,
      source: null,
      asOf: null,
    }),
  );
  return [...components, ...types];
}

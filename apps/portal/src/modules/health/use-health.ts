"use client";
import type { EnvironmentRow } from "@greenroom/environments/schema";
import { type HealthState, isWatched } from "@greenroom/health/lifecycle";
import { useQueries } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client";

const REFRESH_MS = 30_000;
/** What one query may ask for. */
const BATCH = 100;

/** The health of those rows that are looked at, by id; a run at work or an end says enough by itself. */
export function useHealth(
  rows: readonly Pick<EnvironmentRow, "id" | "status">[],
): ReadonlyMap<string, HealthState> {
  const trpc = useTRPC();
  const ids = rows.filter(({ status }) => isWatched(status)).map(({ id }) => id);
  const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  );
  const answers = useQueries({
    queries: batches.map((environmentIds) => ({
      ...trpc.health.list.queryOptions({ environmentIds }),
      refetchInterval: REFRESH_MS,
    })),
  });
  return new Map(
    answers.flatMap(({ data = [] }) =>
      data.map(({ environmentId, state }) => [environmentId, state] as const),
    ),
  );
}

"use client";
import type { DriftState } from "@greenroom/drift/lifecycle";
import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client";

const REFRESH_MS = 30_000;
/** As many as one call may ask for. */
const AT_ONCE = 100;

/** What is known of the drift of some environments, by id; those that nothing was said of yet are absent. */
export function useDriftStates(ids: readonly string[]): ReadonlyMap<string, DriftState> {
  const trpc = useTRPC();
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, index) =>
    ids.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  return useQueries({
    queries: parts.map((environmentIds) => ({
      ...trpc.drift.states.queryOptions({ environmentIds }),
      placeholderData: keepPreviousData,
      refetchInterval: REFRESH_MS,
    })),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => data ?? []).map(({ id, state }) => [id, state] as const)),
  });
}
